import type { Memorial } from '#memorials/memorial.ts';
import { feedPath, memorialPath } from '#memorials/paths.ts';
import { nearestLanguage } from '#i18n/languages.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import type { FeedEntry } from '#reading/feed-entries.tsx';

/** A memorial's feed as Atom (RFC 4287), in its own language. Answers well-formed XML whatever stands in it. */
export function atomFeed(siteUrl: string, memorial: Memorial, entries: readonly FeedEntry[]): string {
  const called = calledIn(memorial, nearestLanguage(memorial.language));
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xml(memorial.language)}">
<id>urn:uuid:${memorial.id}</id>
<title>${xml(called)}</title>${memorial.sentence === '' ? '' : `\n<subtitle>${xml(memorial.sentence)}</subtitle>`}
<updated>${lastChange(memorial, entries)}</updated>
<link rel="alternate" type="text/html" href="${xml(`${siteUrl}${memorialPath(memorial)}`)}"/>
<link rel="self" type="application/atom+xml" href="${xml(`${siteUrl}${feedPath(memorial)}`)}"/>
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

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for an element or an attribute. XML 1.0 has no control characters but tab and line ends, not even escaped. */
function xml(text: string): string {
  return (
    text
      // eslint-disable-next-line no-control-regex -- these are the very characters that XML cannot hold
      .replace(/[\u0001-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/[&<>"]/g, (one) => escapes[one]!)
  );
}
