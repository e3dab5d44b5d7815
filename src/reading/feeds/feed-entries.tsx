import { apart } from '#i18n/apart.ts';
import { type Language, nameIn, nearestLanguage } from '#i18n/languages.ts';
import { type Say, sayIn } from '#i18n/messages.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import { type Gallery, largestSource } from '#photographs/show.ts';
import { beginningOfWords } from '#reading/pages/memory.tsx';
import {
  coverOver,
  coverWords,
  lastChange,
  type Lying,
  uncoveredPhotographs,
} from '#tributes/covers/cover.ts';
import { inItsLanguage } from '#tributes/covers/covered.tsx';
import { tributePath } from '#tributes/paths.ts';
import { signedBy } from '#tributes/signing/signature.ts';
import { titleOf } from '#tributes/title.ts';
import { languageOfNames, type Published } from '#tributes/tribute.ts';
import { LetterWords } from '#tributes/words.tsx';
import { inLanguage } from '#translations/paths.ts';

/** So long a tribute may be to stand in a feed whole, and so much all of them; others begin there, and go on on their page. */
const longestWhole = 40_000;
const longestOfAll = 400_000;

/** So many entries a feed holds, the newest published; of a text one character more than may stand whole is read. */
export const mostOfFeed = { count: 50, longest: longestWhole + 1 };
/** A memorial's feed in one language of the interface. */
export type Feed = { siteUrl: string; memorial: Memorial; language: Language };

/** The id of a feed or of an entry: in another language it is another text (RFC 4287, 4.2.6). */
export function feedId({ memorial, language }: Feed, id: string): string {
  return `urn:uuid:${id}${language === nearestLanguage(memorial.language) ? '' : `#${language}`}`;
}

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

/**
 * These tributes in the order they are given, with their full text and pictures; of covered ones the cover's
 * words and a link, of very long ones the beginning and a link.
 */
export function feedEntries(feed: Feed, tributes: readonly Published[], gallery: Gallery): FeedEntry[] {
  const say = sayIn(feed.language);
  let left = longestOfAll;
  return tributes.map((tribute) => {
    const { length } = tribute.words.text;
    const isWhole = length <= Math.min(left, longestWhole);
    if (isWhole) left -= length;
    return entryOf(feed, tribute, { gallery, say, isWhole });
  });
}

function entryOf(
  feed: Feed,
  tribute: Published,
  { gallery, say, isWhole }: { gallery: Gallery; say: Say; isWhole: boolean },
): FeedEntry {
  const { words } = tribute;
  const { siteUrl, memorial, language } = feed;
  const called = calledIn(memorial, language);
  const url = `${siteUrl}${tributePath(memorial, tribute, language)}`;
  const cover = coverOver(words);
  const pictures = uncoveredPhotographs(words).map((one) => gallery(one.photographId, one.alternative));
  const image = pictures.find((picture) => picture !== undefined);
  const whole = isWhole ? words : beginningOfWords(tribute.kind, words);
  return {
    id: feedId(feed, tribute.id),
    url,
    title: titleOf(say, tribute.kind, words, called),
    titleLanguage: words.title === '' ? language : words.language,
    html: cover
      ? htmlOf(<CoverLink say={say} cover={cover} url={url} />)
      : absolute(
          htmlOf(
            <>
              <LetterWords say={say} words={whole} gallery={gallery} linksToLarge={false} closed />
              <Translation say={say} language={language} words={words} url={url} />
              {!isWhole && <ReadOn url={url} words={say('child.read-on', { kind: tribute.kind })} />}
            </>,
          ),
          siteUrl,
        ),
    language: words.language,
    author: signedBy(words.signed, languageOfNames(words)) || called,
    published: tribute.firstPublishedAt ?? tribute.publishedAt,
    updated: lastChange(words.publishedAt, words.laid),
    image: image && `${siteUrl}${largestSource(image)}`,
  };
}

function ReadOn({ words, url }: { words: string; url: string }) {
  return (
    <p>
      <a href={url}>{words}</a>
    </p>
  );
}

/** Under a translation: whose it is, and the way to the original. */
function Translation({ say, language, words: { translated }, url }: TranslationProps) {
  if (!translated) return null;
  const { by, from } = translated;
  return (
    <>
      <p lang={language}>{say('translated.by', { name: apart(by) })}</p>
      <ReadOn
        url={inLanguage(url, from)}
        words={say('translated.original', { language: nameIn(language, from) })}
      />
    </>
  );
}

type TranslationProps = { say: Say; language: Language; words: Published['words']; url: string };

function CoverLink({ say, cover, url }: { say: Say; cover: Lying; url: string }) {
  return (
    <>
      <p {...inItsLanguage(cover)}>{coverWords(say, cover)}</p>
      <ReadOn url={url} words={say('cover.open-tribute')} />
    </>
  );
}

function htmlOf(element: { toString(): string | Promise<string> }): string {
  const html = element.toString();
  if (typeof html !== 'string') throw new Error('Words are rendered at once.');
  return html;
}

function absolute(html: string, siteUrl: string): string {
  return linesKept(html)
    .replace(/<img class="placeholder"[^>]*>/g, '')
    .replace(/ (src|href|srcset)="\/(pictures[^"]*)"/g, (_, name: string, path: string) => {
      return ` ${name}="${`/${path}`.replaceAll('/pictures/', `${siteUrl}/pictures/`)}"`;
    });
}

/** Readers of feeds know none of our styles: each line ends where it was typed to end, and typed spaces stay. */
function linesKept(html: string): string {
  return html
    .replaceAll('</span>\n<span class="line">', '</span><br/>\n<span class="line">')
    .replace(
      /<span class="line">(?=[ \t]|[^<]*[ \t]{2})/g,
      '<span class="line" style="white-space: pre-wrap">',
    )
    .replaceAll('<p class="long">', '<p class="long" style="white-space: pre-wrap">');
}
