import { nearestLanguage } from '#i18n/languages.ts';
import { type Say, sayIn } from '#i18n/messages.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import { type Gallery, largestSource } from '#photographs/show.ts';
import { coverWords, isCovered, uncoveredPhotographs } from '#tributes/cover.ts';
import { tributePath } from '#tributes/paths.ts';
import { signedBy } from '#tributes/signature.ts';
import { titleOf } from '#tributes/title.ts';
import type { Published } from '#tributes/tribute.ts';
import { LetterWords } from '#tributes/words.tsx';

/** So many entries a feed holds, the newest published. */
export const mostEntries = 50;

/** A tribute as any kind of feed tells it. Instants are ISO 8601 in UTC, addresses absolute, `html` whole. */
export type FeedEntry = {
  /** The address can change; this never does. */
  id: string;
  url: string;
  title: string;
  titleLanguage: string;
  html: string;
  language: string;
  author: string;
  published: string;
  updated: string;
  /** The first photograph that no cover lies over, as a JPEG. */
  image: string | undefined;
};

/** These tributes in the order they are given, with their full text and pictures; of covered ones the cover's words and a link. */
export function feedEntries(
  siteUrl: string,
  memorial: Memorial,
  tributes: readonly Published[],
  gallery: Gallery,
): FeedEntry[] {
  const say = sayIn(nearestLanguage(memorial.language));
  return tributes.map((tribute) => entryOf(siteUrl, memorial, tribute, gallery, say));
}

function entryOf(
  siteUrl: string,
  memorial: Memorial,
  tribute: Published,
  gallery: Gallery,
  say: Say,
): FeedEntry {
  const { words } = tribute;
  const spoken = nearestLanguage(memorial.language);
  const called = calledIn(memorial, spoken);
  const url = `${siteUrl}${tributePath(memorial, tribute)}`;
  const pictures = uncoveredPhotographs(words).map((one) => gallery(one.photographId, one.alternative));
  const image = pictures.find((picture) => picture !== undefined);
  return {
    id: `urn:uuid:${tribute.id}`,
    url,
    title: titleOf(say, tribute.kind, words, called),
    titleLanguage: words.title === '' ? spoken : words.language,
    html: isCovered(words)
      ? htmlOf(<CoverLink words={coverWords(say, words.cover)} url={url} open={say('cover.open-tribute')} />)
      : absolute(
          htmlOf(<LetterWords say={say} words={words} gallery={gallery} linksToLarge={false} closed />),
          siteUrl,
        ),
    language: words.language,
    author: signedBy(words.signed, words.language) || called,
    published: tribute.firstPublishedAt ?? tribute.publishedAt,
    updated: words.publishedAt,
    image: image && `${siteUrl}${largestSource(image)}`,
  };
}

function CoverLink({ words, url, open }: { words: string; url: string; open: string }) {
  return (
    <>
      <p>{words}</p>
      <p>
        <a href={url}>{open}</a>
      </p>
    </>
  );
}

function htmlOf(element: { toString(): string | Promise<string> }): string {
  const html = element.toString();
  if (typeof html !== 'string') throw new Error('Words are rendered at once.');
  return html;
}

function absolute(html: string, siteUrl: string): string {
  return html
    .replace(/<img class="placeholder"[^>]*>/g, '')
    .replace(/ (src|href|srcset)="\/(pictures[^"]*)"/g, (_, name: string, path: string) => {
      return ` ${name}="${`/${path}`.replaceAll('/pictures/', `${siteUrl}/pictures/`)}"`;
    });
}
