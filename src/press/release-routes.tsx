import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { viewerOf } from '#audiences/viewer-of.ts';
import { goOn, page } from '#http/answers.ts';
import { readFields } from '#http/fields.ts';
import { type Filled, readForm, refusedAt, untouched, words } from '#http/forms.ts';
import { NotFound } from '#http/refusals.ts';
import { sayHere } from '#i18n/spoken.ts';
import { keptMemorial } from '#memorials/kept-memorial.ts';
import type { Memorial } from '#memorials/memorial.ts';
import type { PersonEnv } from '#people/signed-in.tsx';
import { type FullPicture, removeFullPicture, saveFullPicture } from '#photographs/full-pictures.ts';
import type { Photograph } from '#photographs/photograph.ts';
import { findPhotograph } from '#photographs/photographs.ts';
import { UnreadablePicture } from '#photographs/prepare.ts';
import { renderFullPicture } from '#photographs/render-full.ts';
import { familyGallery } from '#photographs/show.ts';
import type { Site } from '#schema/site.ts';
import { PressPhotographsPage } from '#press/pages/press-photographs-page.tsx';
import { ReleasePage } from '#press/pages/release-page.tsx';
import { pressPhotographsPath } from '#press/paths.ts';
import { noPress } from '#press/press.ts';
import { findPress } from '#press/presses.ts';
import { findReleasable, listReleasable, type Releasable } from '#press/releasable.ts';
import { isReleased, removeRelease, saveRelease } from '#press/releases.ts';

const form = z.object({ terms: words(5000) });

/** The photographs that a family gives to the press in full size, one by one. */
export function releaseRoutes(site: Site): Hono<PersonEnv> {
  const { database, now } = site;
  const { reader } = database;
  const one = '/home/memorials/:id/press/photographs/:tribute/:photograph' as const;
  const routes = new Hono<PersonEnv>();

  routes.get('/home/memorials/:id/press/photographs', async (c) => {
    const memorial = await decided(c);
    const photographs = await listReleasable(reader, memorial, await viewerOf(reader, c.var.person));
    const gallery = await familyGallery(
      reader,
      photographs.map(({ photographId }) => photographId),
    );
    return page(
      c,
      <PressPhotographsPage say={sayHere} memorial={memorial} photographs={photographs} gallery={gallery} />,
    );
  });

  routes.get(one, async (c) => release(c, await asked(c), untouched));

  routes.post(one, async (c) => {
    const found = await asked(c);
    const { memorial, releasable, photograph } = found;
    if (!releasable.own || !releasable.isOpen) throw new NotFound();
    const read = readForm(form, await readFields(c));
    if (!read.ok) return release(c, found, read.filled);
    // One that is released already is there in full size; only its terms change.
    const full = releasable.release ? undefined : await fullPictureOf(photograph);
    if (full === 'unreadable') return release(c, found, refusedAt('terms', 'error.press-no-full', read.form));
    const { tributeId, photographId } = releasable;
    await database.write(async (tx) => {
      // As it is now: it may have been narrowed or taken back in the meantime.
      const current = await findReleasable(tx, memorial, await viewerOf(tx, c.var.person), releasable);
      if (!current?.own || !current.isOpen || !(full ?? current.release)) throw new NotFound();
      if (full) await saveFullPicture(tx, full);
      const { terms } = read.form;
      await saveRelease(tx, { tributeId, photographId, memorialId: memorial.id, terms }, c.var.person, now());
    });
    return goOn(c, pressPhotographsPath(memorial));
  });

  routes.delete(one, async (c) => {
    const { memorial, releasable } = await asked(c);
    const { tributeId, photographId } = releasable;
    await database.write(async (tx) => {
      await removeRelease(tx, { memorialId: memorial.id, tributeId, photographId });
      if (!(await isReleased(tx, photographId))) await removeFullPicture(tx, photographId);
    });
    return goOn(c, pressPhotographsPath(memorial));
  });
  return routes;

  type Asked = { memorial: Memorial; releasable: Releasable; photograph: Photograph };

  function decided(c: Context<PersonEnv>): Promise<Memorial> {
    return keptMemorial(reader, c.var.person, c.req.param('id'), 'decide');
  }

  async function asked(c: Context<PersonEnv>): Promise<Asked> {
    const memorial = await decided(c);
    const { tribute: tributeId = '', photograph: photographId = '' } = c.req.param() as Record<
      string,
      string
    >;
    const releasable = await findReleasable(reader, memorial, await viewerOf(reader, c.var.person), {
      tributeId,
      photographId,
    });
    const photograph = await findPhotograph(reader, photographId);
    if (!releasable || !photograph) throw new NotFound();
    return { memorial, releasable, photograph };
  }

  /** Made before the transaction begins, which must not wait for it. */
  async function fullPictureOf(photograph: Photograph): Promise<FullPicture | 'unreadable'> {
    try {
      return await renderFullPicture(site, photograph);
    } catch (error) {
      if (error instanceof UnreadablePicture) return 'unreadable';
      throw error;
    }
  }

  async function release(c: Context, { memorial, releasable, photograph }: Asked, filled: Filled) {
    const gallery = await familyGallery(reader, [photograph.id]);
    const press = (await findPress(reader, memorial.id)) ?? noPress(memorial);
    const shown = { say: sayHere, memorial, press, releasable, photograph, gallery, filled };
    return page(c, <ReleasePage {...shown} />, filled === untouched ? 200 : 422);
  }
}
