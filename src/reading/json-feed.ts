import { nearestLanguage } from '#i18n/languages.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { jsonFeedPath, memorialPath } from '#memorials/paths.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import type { FeedEntry } from '#reading/feed-entries.tsx';

/** A memorial's feed as JSON Feed 1.1, in its own language. */
export function jsonFeed(siteUrl: string, memorial: Memorial, entries: readonly FeedEntry[]): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: calledIn(memorial, nearestLanguage(memorial.language)),
    home_page_url: `${siteUrl}${memorialPath(memorial)}`,
    feed_url: `${siteUrl}${jsonFeedPath(memorial)}`,
    description: memorial.sentence || undefined,
    language: memorial.language,
    items: entries.map((entry) => ({
      id: entry.id,
      url: entry.url,
      title: entry.title,
      content_html: entry.html,
      image: entry.image,
      date_published: entry.published,
      date_modified: entry.updated,
      authors: [{ name: entry.author }],
      language: entry.language,
    })),
  });
}
