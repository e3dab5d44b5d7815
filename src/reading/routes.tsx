import { Hono } from 'hono';
import { etag } from 'hono/etag';
import { speaks } from '#http/answers.ts';
import { publicSpace } from '#http/headers.ts';
import { feedPath, jsonFeedPath } from '#memorials/paths.ts';
import { feedEntries, mostOfFeed } from '#reading/feeds/feed-entries.tsx';
import { checkRoutes } from '#reading/words/check-routes.tsx';
import { atomFeed } from '#reading/feeds/feed.ts';
import { jsonFeed } from '#reading/feeds/json-feed.ts';
import { cardRoutes } from '#reading/words/card-routes.tsx';
import { exactWordsRoutes } from '#reading/words/exact-words-routes.tsx';
import { passageRoutes } from '#reading/words/passage-routes.tsx';
import { oembedRoutes } from '#reading/outside/oembed-routes.tsx';
import { pressRoutes } from '#reading/press/press-routes.tsx';
import { readerRoutes } from '#reading/reader-routes.tsx';
import { searchEngineRoutes } from '#reading/outside/search-engine-routes.tsx';
import { wordsRoutes } from '#reading/words/words-routes.tsx';
import { everybodysSpace, ownPath } from '#reading/space.tsx';
import type { Site } from '#schema/site.ts';
import { listNewest } from '#tributes/tributes.ts';
import { readIn } from '#translations/read-in.ts';

const feeds = [
  ['feed.atom', 'application/atom+xml', atomFeed, feedPath],
  ['feed.json', 'application/feed+json', jsonFeed, jsonFeedPath],
] as const;

/** What everybody reads: the feeds, and the pages. */
export function readingRoutes(site: Site): Hono {
  const { reader } = site.database;
  const space = everybodysSpace(reader);
  const routes = new Hono();
  routes.use(publicSpace, etag());

  for (const { at, language: asked } of space.pages) {
    for (const [name, type, write, pathOf] of feeds) {
      routes.get(`${at}/${name}`, async (c) => {
        const reading = await space.open(c, c.req.param('memorial') ?? '', asked);
        const { viewer, memorial, language, readsIn } = reading;
        const own = ownPath(c, reading, () => pathOf(memorial, language));
        if (own) return c.redirect(own, 301);
        const newest = await listNewest(reader, viewer, memorial, mostOfFeed);
        const tributes = await readIn(reader, viewer, memorial, newest, readsIn, mostOfFeed.longest);
        const gallery = await reading.galleryOf(tributes);
        const feed = { siteUrl: site.url, memorial, language };
        c.header('content-type', `${type}; charset=utf-8`);
        speaks(c, readsIn, ...tributes.map(({ words }) => words.language));
        return c.body(write(feed, feedEntries(feed, tributes, gallery)));
      });
    }
  }
  routes.route('/', searchEngineRoutes(site, space));
  // Before the words: none is called “press”.
  routes.route('/', pressRoutes(site, space));
  // Before the words of a piece: none can be called “check”.
  routes.route('/', checkRoutes(site, space));
  routes.route('/', wordsRoutes(site, space));
  routes.route('/', exactWordsRoutes(site, space));
  routes.route('/', passageRoutes(site, space));
  routes.route('/', cardRoutes(site, space));
  routes.route('/', oembedRoutes(site, space));
  routes.route('/', readerRoutes(site, space));
  return routes;
}
