import { Hono } from 'hono';
import { NotFound } from '#http/refusals.ts';
import { findMemorial } from '#memorials/memorials.ts';
import { servePicture } from '#photographs/routes.tsx';
import type { Site } from '#schema/site.ts';
import { findTribute } from '#tributes/tributes.ts';
import { findReleasedAt } from '#press/releases.ts';

/** The photographs that a family released, in full size: to be saved, under a name that says whose they are. */
export function fullPictureRoutes({ database, blobs }: Site): Hono {
  const { reader } = database;
  const routes = new Hono();
  routes.get('/pictures/:address/full.jpeg', async (c) => {
    const released = await findReleasedAt(reader, c.req.param('address'));
    if (!released) throw new NotFound();
    const { use, picture } = released;
    const [memorial, tribute] = await Promise.all([
      findMemorial(reader, use.memorialId),
      findTribute(reader, use.tributeId),
    ]);
    const name = encodeURIComponent(`${memorial?.address}-${tribute?.address}.jpeg`);
    const answer = await servePicture(c, { ...picture, format: 'jpeg' }, blobs);
    answer.headers.set('cache-control', 'public, max-age=0, must-revalidate, s-maxage=5');
    // RFC 6266, with the name as RFC 8187 writes it.
    answer.headers.set(
      'content-disposition',
      `attachment; filename="photograph.jpeg"; filename*=UTF-8''${name}`,
    );
    // Given to whoever asks for it on that page, not to a search for pictures.
    answer.headers.set('x-robots-tag', 'noindex');
    return answer;
  });
  return routes;
}
