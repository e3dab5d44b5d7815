import type { Language } from '#i18n/languages.ts';
import { sayIn } from '#i18n/messages.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { feedPath, jsonFeedPath } from '#memorials/paths.ts';
import { type Gallery, largestSource } from '#photographs/show.ts';
import type { Alternate } from '#reading/in-languages.ts';
import type { Preview } from '#reading/outside/preview.tsx';
import type { Site } from '#schema/site.ts';

type From = Pick<Preview, 'title' | 'description' | 'image' | 'published' | 'changed'> & {
  memorial: Memorial;
  /** The language of the page, and the one that its title and words are in. */
  language: Language;
  wordsLanguage: string;
  path: string;
  alternates: readonly Alternate[];
};

/** What a public page of a memorial says of itself to messengers and search engines. */
export function previewOf(site: Site, from: From): Preview {
  const { memorial, language, title, description, image } = from;
  return {
    title,
    description,
    image,
    published: from.published,
    changed: from.changed,
    language: from.wordsLanguage,
    url: `${site.url}${from.path}`,
    alternates: from.alternates.map((one) => ({ language: one.language, url: `${site.url}${one.path}` })),
    siteName: sayIn(language)('site.name'),
    indexed: memorial.indexed,
    feeds: [
      { type: 'application/atom+xml', url: `${site.url}${feedPath(memorial, language)}` },
      { type: 'application/feed+json', url: `${site.url}${jsonFeedPath(memorial, language)}` },
    ],
  };
}

/** A photograph as everybody may see it, at its public address; nothing where it is for fewer. */
export function imageOf(
  site: Site,
  gallery: Gallery,
  photographId: string,
  alternative: string,
): Preview['image'] {
  const props = gallery(photographId, alternative);
  return props && { url: `${site.url}${largestSource(props)}`, alternative };
}
