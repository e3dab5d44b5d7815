import type { Memorial } from '#memorials/memorial.ts';
import { feedPath, memorialPath } from '#memorials/paths.ts';
import { xml } from '#lib/xml.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import { wordsLanguage } from '#reading/space.tsx';
import { type Feed, type FeedEntry, feedId } from '#reading/feeds/feed-entries.tsx';

/** A memorial's feed as Atom (RFC 4287), in one language. Answers well-formed XML whatever stands in it. */
export function atomFeed(feed: Feed, entries: readonly FeedEntry[]): string {
  const { siteUrl, memorial, language } = feed;
  const called = calledIn(memorial, language);
  const subtitle =
    memorial.sentence === ''
      ? ''
      : `\n<subtitle xml:lang="${xml(memorial.language)}">${xml(memorial.sentence)}</subtitle>`;
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xml(wordsLanguage(memorial, language))}">
<id>${feedId(feed, memorial.id)}</id>
<title>${xml(called)}</title>${subtitle}
<updated>${lastChange(memorial, entries)}</updated>
<link rel="alternate" type="text/html" href="${xml(`${siteUrl}${memorialPath(memorial, language)}`)}"/>
<link rel="self" type="application/atom+xml" href="${xml(`${siteUrl}${feedPath(memorial, language)}`)}"/>
${entries.map(entryXml).join('')}</feed>
`;
}

function entryXml(entry: FeedEntry): string {
  const image = entry.image && `<link rel="enclosure" type="image/jpeg" href="${xml(entry.image)}"/>\n`;
  return `<entry xml:lang="${xml(entry.language)}">
<id>${entry.id}</id>
<title xml:lang="${xml(entry.titleLanguage)}">${xml(entry.title)}</title>
<link rel="alternate" type="text/html" href="${xml(entry.url)}"/>
${image ?? ''}<published>${entry.published}</published>
<updated>${entry.updated}</updated>
<author><name>${xml(entry.author)}</name></author>
<content type="html">${xml(entry.html)}</content>
</entry>
`;
}

/** When anything in the feed last changed: a correction of an old letter is a change too. */
function lastChange(memorial: Memorial, entries: readonly FeedEntry[]): string {
  return entries.reduce((latest, { updated }) => (updated > latest ? updated : latest), memorial.createdAt);
}
