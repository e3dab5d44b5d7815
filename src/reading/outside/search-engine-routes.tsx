import { type Context, Hono } from 'hono';
import { NotFound } from '#http/refusals.ts';
import type { Language } from '#i18n/languages.ts';
import { memorialPath, sitemapPath } from '#memorials/paths.ts';
import { listIndexed } from '#memorials/memorials.ts';
import { mostInSitemap, sitemap, sitemapIndex } from '#reading/outside/sitemap.ts';
import { ownPath, type Space } from '#reading/space.tsx';
import type { Site } from '#schema/site.ts';
import { storyBeneath, tributePath } from '#tributes/paths.ts';
import { listPlaces } from '#tributes/tributes.ts';

// Whole segments (RFC 9309): “/to” alone would begin the address of a child called Toby, too.
const notForRobots = ['home', 'host', 'key', 'sign-in', 'sign-out', 'to', 'with'].flatMap((segment) => [
  `Disallow: /${segment}$`,
  `Disallow: /${segment}/`,
]);

/**
 * What search engines ask for. Where to find only what families let them have: what they may not keep
 * says so on its own page, which they have to be able to read for that.
 */
export function searchEngineRoutes({ url, database: { reader } }: Site, space: Space): Hono {
  const routes = new Hono();
  routes.get('/robots.txt', (c) =>
    c.text(['User-agent: *', ...notForRobots, '', `Sitemap: ${url}/sitemap.xml`, ''].join('\n')),
  );

  routes.get('/sitemap.xml', async (c) => {
    const memorials = await listIndexed(reader, mostInSitemap);
    // The protocol has no empty ones.
    if (memorials.length === 0) throw new NotFound();
    return xmlAnswer(c, sitemapIndex(url, memorials.map(sitemapPath)));
  });

  routes.get('/:memorial/sitemap.xml', async (c) => {
    const reading = await space.open(c, c.req.param('memorial'), undefined);
    const { viewer, memorial } = reading;
    if (!memorial.indexed) throw new NotFound();
    const own = ownPath(c, reading, () => sitemapPath(memorial));
    if (own) return c.redirect(own, 301);
    // Two of them are for the child and the story.
    const places = await listPlaces(reader, viewer, memorial, mostInSitemap - 2);
    const hasStory = places.some(({ kind }) => kind === 'chapter');
    return xmlAnswer(
      c,
      sitemap(url, [
        { pathIn: (language) => memorialPath(memorial, language) },
        ...(hasStory ? [{ pathIn: storyIn }] : []),
        ...places.map(({ address, changedAt }) => ({
          pathIn: (language?: Language) => tributePath(memorial, { address }, language),
          changedAt,
        })),
      ]),
    );

    function storyIn(language?: Language): string {
      return storyBeneath(memorialPath(memorial, language));
    }
  });
  return routes;
}

function xmlAnswer(c: Context, text: string): Response {
  c.header('content-type', 'application/xml; charset=utf-8');
  return c.body(text);
}
