import type { Language } from '#i18n/languages.ts';
import { sayIn } from '#i18n/messages.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { feedPath, jsonFeedPath } from '#memorials/paths.ts';
import { type Gallery, largestSource } from '#photographs/show.ts';
import type { Preview } from '#reading/preview.tsx';
import type { Site } from '#schema/site.ts';

type From = Pick<Preview, 'title' | 'description' | 'language' | 'image'> & {
  memorial: Memorial;
  pathIn: (language: Language) => string;
};

/** What a public page of a memorial says of itself to messengers and search engines. */
export function previewOf(site: Site, { memorial, pathIn, ...from }: From): Preview {
  return {
    ...from,
    url: `${site.url}${pathIn(from.language)}`,
    urlIn: (tag) => `${site.url}${pathIn(tag)}`,
    siteName: sayIn(from.language)('site.name'),
    indexed: memorial.indexed,
    feeds: [
      { type: 'application/atom+xml', url: `${site.url}${feedPath(memorial)}` },
      { type: 'application/feed+json', url: `${site.url}${jsonFeedPath(memorial)}` },
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
