import { memorialPath } from '#memorials/paths.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { coverOver } from '#tributes/covers/cover.ts';
import { tributeBeneath } from '#tributes/paths.ts';
import type { Published, Version } from '#tributes/tribute.ts';
import { wordsTextBeneath } from '#words/paths.ts';
import { quotedFrom } from '#words/source.ts';

const types: Partial<Record<Published['kind'], string>> = { photograph: 'Photograph', chapter: 'Chapter' };

/**
 * What a piece is in the words of schema.org, apart from what previews say of it too: who wrote it in which
 * language, when readers had it, whose translation it is, whose page it is on, and its exact words. Nothing of
 * what a parent covered.
 */
export function workOf(
  siteUrl: string,
  memorial: Memorial,
  tribute: Published,
  { words, called }: { words: Version; called: string },
): { published: string; changed: string; data: object } {
  const { translated, publishedAt, sha256 } = words;
  const { original, language, translator, signed } = quotedFrom(words);
  const childPath = memorialPath(memorial);
  const published = tribute.firstPublishedAt ?? publishedAt;
  return {
    published,
    changed: publishedAt,
    data: {
      '@type': types[tribute.kind] ?? 'CreativeWork',
      inLanguage: language,
      datePublished: published,
      dateModified: publishedAt,
      author: signed.map((name) => ({ '@type': 'Person', name })),
      isPartOf: { '@type': 'CollectionPage', name: called, url: `${siteUrl}${childPath}` },
      ...(translated && {
        translator: { '@type': 'Person', name: translator },
        translationOfWork: {
          '@type': 'CreativeWork',
          url: `${siteUrl}${tributeBeneath(childPath, tribute)}`,
          inLanguage: translated.from,
        },
      }),
      ...(!coverOver(words) && {
        encoding: {
          '@type': 'MediaObject',
          contentUrl: `${siteUrl}${wordsTextBeneath(childPath, tribute, { original, language })}`,
          encodingFormat: 'text/plain',
          sha256,
        },
      }),
    },
  };
}
