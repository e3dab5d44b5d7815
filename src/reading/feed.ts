import { Feed } from 'feed';
import { nearestLanguage } from '#i18n/languages.ts';
import { sayIn } from '#i18n/messages.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { feedPath, memorialPath } from '#memorials/paths.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import { type Gallery, largestSource } from '#photographs/show.ts';
import { LetterWords } from '#tributes/words.tsx';
import { tributePath } from '#tributes/paths.ts';
import { signedBy } from '#tributes/signature.ts';
import type { Published } from '#tributes/tribute.ts';

const mostEntries = 50;

/** What is for everyone on a memorial, newest published first, as Atom (RFC 4287), in its own language. */
export function atomFeed(
  siteUrl: string,
  memorial: Memorial,
  tributes: readonly Published[],
  gallery: Gallery,
): string {
  const language = nearestLanguage(memorial.language);
  const say = sayIn(language);
  const called = calledIn(memorial, language);
  const newest = tributes.toSorted((a, b) => (a.publishedAt < b.publishedAt ? 1 : -1)).slice(0, mostEntries);
  const url = `${siteUrl}${memorialPath(memorial)}`;
  const feed = new Feed({
    id: url,
    link: url,
    title: xmlText(called),
    description: xmlText(memorial.sentence),
    language: memorial.language,
    copyright: '',
    updated: new Date(newest[0]?.words.publishedAt ?? memorial.createdAt),
    feedLinks: { atom: `${siteUrl}${feedPath(memorial)}` },
  });
  for (const tribute of newest) {
    const link = `${siteUrl}${tributePath(memorial, tribute)}`;
    const { words } = tribute;
    const first = words.photographs[0];
    const image = first && gallery(first.photographId, first.alternative);
    feed.addItem({
      // The address can change; the id never does (RFC 4287, 4.2.6).
      id: `urn:uuid:${tribute.id}`,
      link,
      title: xmlText(words.title || say('letter.to', { called })),
      content: xmlText(absolute(htmlOf(LetterWords({ words, gallery, linksToLarge: false })), siteUrl)),
      author: [{ name: xmlText(signedBy(words.signed, words.language) || called) }],
      published: new Date(tribute.firstPublishedAt ?? tribute.publishedAt),
      date: new Date(words.publishedAt),
      ...(image ? { image: `${siteUrl}${largestSource(image)}` } : {}),
    });
  }
  return feed.atom1();
}

/** XML 1.0 has no control characters but tab and line ends, not even escaped. */
function xmlText(text: string): string {
  // eslint-disable-next-line no-control-regex -- these are the very characters that XML cannot hold
  return text.replace(/[\u0001-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}

function htmlOf(content: { toString(): string | Promise<string> }): string {
  const html = content.toString();
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
