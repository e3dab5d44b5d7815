import { jsonFeedPath, memorialPath } from '#memorials/paths.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import type { Feed, FeedEntry } from '#reading/feeds/feed-entries.tsx';
import { wordsLanguage } from '#reading/space.tsx';

/** A memorial's feed as JSON Feed 1.1, in one language. */
export function jsonFeed({ siteUrl, memorial, language }: Feed, entries: readonly FeedEntry[]): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: calledIn(memorial, language),
    home_page_url: `${siteUrl}${memorialPath(memorial, language)}`,
    feed_url: `${siteUrl}${jsonFeedPath(memorial, language)}`,
    description: memorial.sentence || undefined,
    language: wordsLanguage(memorial, language),
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
