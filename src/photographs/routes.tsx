import { Hono, type Context } from 'hono';
import { canSee } from '#audiences/can-see.ts';
import type { ReaderEnv } from '#audiences/let-in.tsx';
import { keeps, nobody, type Viewer } from '#audiences/viewer.ts';
import { viewerOf } from '#audiences/viewer-of.ts';
import type { Blobs } from '#files/blobs.ts';
import { NotFound } from '#http/refusals.ts';
import { reportUnexpected } from '#lib/log.ts';
import type { PersonEnv } from '#people/signed-in.tsx';
import { pictureFile } from '#photographs/paths.ts';
import type { Picture } from '#photographs/photograph.ts';
import { findPhotograph, findUseAt, listPictures, listUses } from '#photographs/photographs.ts';
import type { Reader } from '#schema/database.ts';
import type { Site } from '#schema/site.ts';
import { Readable } from 'node:stream';

/** Pictures for everybody, each under the random address of its publication. */
export function pictureRoutes({ database, blobs }: Site): Hono {
  const routes = new Hono();
  routes.get('/pictures/:address/:file', async (c) => {
    const use = await findUseAt(database.reader, c.req.param('address'));
    if (!use || !canSee(nobody, use)) throw new NotFound();
    const picture = await findPicture(database.reader, use.photographId, c.req.param('file'));
    const answer = await servePicture(c, picture, blobs);
    answer.headers.set('cache-control', 'public, max-age=0, must-revalidate, s-maxage=5');
    // A reader of feeds may be a page of another site.
    answer.headers.set('cross-origin-resource-policy', 'cross-origin');
    return answer;
  });
  return routes;
}

/** Photographs as the family sees them: the uploader always, the others where a piece shows it to them. */
export function familyPictureRoutes({ database, blobs }: Site): Hono<PersonEnv> {
  const routes = new Hono<PersonEnv>();
  routes.get('/home/photographs/:id/:file', async (c) => {
    const { id, file } = c.req.param();
    const photograph = await findPhotograph(database.reader, id);
    const viewer = await viewerOf(database.reader, c.var.person);
    if (!photograph) throw new NotFound();
    const own = photograph.uploadedBy === viewer.id && keeps(viewer, photograph.familyId);
    if (!own && !(await isShownTo(database.reader, viewer, id))) throw new NotFound();
    return servePicture(c, await findPicture(database.reader, id, file), blobs);
  });
  return routes;
}

/** Photographs for those who were let in, where a piece that they may see shows them. */
export function withPictureRoutes({ database, blobs }: Site): Hono<ReaderEnv> {
  const routes = new Hono<ReaderEnv>();
  routes.get('/with/photographs/:id/:file', async (c) => {
    const { id, file } = c.req.param();
    if (!(await isShownTo(database.reader, c.var.viewer, id))) throw new NotFound();
    return servePicture(c, await findPicture(database.reader, id, file), blobs);
  });
  return routes;
}

async function isShownTo(db: Reader, viewer: Viewer, photographId: string): Promise<boolean> {
  return (await listUses(db, { photographId })).some((use) => canSee(viewer, use));
}

/** Serves one picture of a photograph, to somebody who was found to be allowed to see it. */
export async function servePhotograph(
  c: Context,
  { database, blobs }: Site,
  photographId: string,
  file: string,
): Promise<Response> {
  return servePicture(c, await findPicture(database.reader, photographId, file), blobs);
}

async function findPicture(db: Reader, photographId: string, file: string): Promise<Picture> {
  const pictures = await listPictures(db, [photographId]);
  const picture = pictures.find((one) => pictureFile(one) === file);
  if (!picture) throw new NotFound();
  return picture;
}

/** Answers with the bytes of one picture, to somebody who was found to be allowed to see it. */
export async function servePicture(
  c: Context,
  picture: Pick<Picture, 'sha256' | 'format' | 'bytes'>,
  blobs: Blobs,
): Promise<Response> {
  const etag = `"${picture.sha256}"`;
  if (c.req.header('if-none-match') === etag) return c.body(null, 304, { etag });
  const file = await blobs.open(picture.sha256).catch((error: unknown) => {
    // Its row says that it is there: a damaged disk, most likely. Its reader finds nothing, the host is told.
    reportUnexpected(error, c.req.routePath);
    throw new NotFound();
  });
  c.header('etag', etag);
  c.header('content-type', `image/${picture.format}`);
  c.header('content-length', String(picture.bytes));
  if (c.req.method === 'HEAD') {
    file.destroy();
    return c.body(null);
  }
  return c.body(Readable.toWeb(file) as ReadableStream);
}
