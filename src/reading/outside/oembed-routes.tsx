import { Hono } from 'hono';
import { countIn } from '#http/forms.ts';
import { NotFound } from '#http/refusals.ts';
import { addressedBy, oembedOf, oembedXml } from '#reading/outside/oembed.ts';
import { readPublicPiece } from '#reading/words/public-piece.ts';
import type { Space } from '#reading/space.tsx';
import type { Site } from '#schema/site.ts';

/** How pages of others show what everybody may read (oEmbed 1.0): as the card, in JSON or XML. */
export function oembedRoutes(site: Site, space: Space): Hono {
  const routes = new Hono();
  routes.get('/oembed', async (c) => {
    const { url = '', format = 'json', maxwidth, maxheight } = c.req.query();
    const addressed = addressedBy(site.url, url);
    if (!addressed || !['json', 'xml'].includes(format)) throw new NotFound();
    const reading = await space.open(c, addressed.memorial, addressed.language);
    const piece = await readPublicPiece(site.database.reader, reading, addressed.tribute, addressed.query);
    const most = { width: pixelsIn(maxwidth), height: pixelsIn(maxheight) };
    const answer = oembedOf({ url: site.url, name: piece.say('site.name') }, piece, most);
    if (format === 'json') return c.json(answer);
    return c.body(oembedXml(answer), 200, { 'content-type': 'text/xml; charset=utf-8' });
  });
  return routes;
}

/** What is no size asks for none. */
function pixelsIn(typed: string | undefined): number | undefined {
  const pixels = countIn(typed);
  return pixels > 0 ? pixels : undefined;
}
