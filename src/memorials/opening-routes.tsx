import { sayHere } from '#i18n/spoken.ts';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { isWider, stepsOut } from '#audiences/audience.ts';
import { listParents } from '#families/families.ts';
import { goOn, page } from '#http/answers.ts';
import { readFields } from '#http/fields.ts';
import { type Filled, readForm, untouched } from '#http/forms.ts';
import { asItIsNow, keptMemorial } from '#memorials/kept-memorial.ts';
import { keepMemorial, leaveMemorial } from '#memorials/leave.ts';
import { findLeaving } from '#memorials/leaving-asked.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { closeMemorial, openMemorial } from '#memorials/open.ts';
import { readOpening, stepOutField } from '#memorials/opening-fields.tsx';
import { LeavingPage } from '#memorials/pages/leaving-page.tsx';
import { NarrowedPage } from '#memorials/pages/narrowed-page.tsx';
import { OpeningPage } from '#memorials/pages/opening-page.tsx';
import { memorialHomePath, narrowedPath } from '#memorials/paths.ts';
import { restMemorial, returnMemorial } from '#memorials/rest.ts';
import type { PersonEnv } from '#people/signed-in.tsx';
import { requireFresh } from '#people/confirming/step-up.tsx';
import type { Tx } from '#schema/database.ts';
import type { Site } from '#schema/site.ts';

/** How far a child's page reaches: opening, its address, closing, resting, going away. */
export function openingRoutes(site: Site): Hono<PersonEnv> {
  const { database, now } = site;
  const { reader } = database;
  const say = sayHere;
  const routes = new Hono<PersonEnv>();

  routes.get('/home/memorials/:id/opening', async (c) => opening(c, await decided(c), untouched));

  routes.post('/home/memorials/:id/opening', async (c) => {
    const memorial = await decided(c);
    const fields = await readFields(c);
    const to = readForm(z.object({ audience: stepOutField }), fields);
    if (!to.ok) return opening(c, memorial, to.filled, 422);
    const read = readOpening(fields, to.form.audience);
    if ('refused' in read) return opening(c, memorial, read.refused, 422);
    const { opened, was } = await database.write(async (tx) => {
      const current = await asItIsNow(tx, memorial);
      return { was: current.audience, opened: await openMemorial(tx, current, read.opening, now()) };
    });
    if ('refused' in opened)
      return opening(c, memorial, { values: fields, errors: { address: { key: opened.refused } } }, 422);
    const narrowed = isWider(was, opened.opened.audience);
    return goOn(c, narrowed ? narrowedPath(memorial, was) : memorialHomePath(memorial));
  });

  routes.delete('/home/memorials/:id/opening', async (c) => {
    const memorial = await decided(c);
    const was = await database.write(async (tx) => {
      const current = await asItIsNow(tx, memorial);
      await closeMemorial(tx, current);
      return current.audience;
    });
    return goOn(c, isWider(was, 'only-us') ? narrowedPath(memorial, was) : memorialHomePath(memorial));
  });

  // What cannot be called back, said once, right after fewer see the page.
  routes.get('/home/memorials/:id/opening/narrowed', async (c) => {
    const memorial = await decided(c);
    const was = stepsOut.find((step) => step === c.req.query('was'));
    if (!was || !isWider(was, memorial.audience)) return goOn(c, memorialHomePath(memorial));
    return page(c, <NarrowedPage say={say} memorial={memorial} was={was} />);
  });

  routes.post('/home/memorials/:id/rest', async (c) =>
    change(c, await decided(c), (tx, memorial) => restMemorial(tx, memorial, c.var.person, now())),
  );

  routes.delete('/home/memorials/:id/rest', async (c) => change(c, await decided(c), returnMemorial));

  routes.get('/home/memorials/:id/leaving', async (c) => {
    const memorial = await decided(c);
    const { id } = c.var.person;
    const others = (await listParents(reader, memorial.familyId)).filter(({ personId }) => personId !== id);
    const asked = await findLeaving(reader, memorial);
    const shown = { say, memorial, asked, viewerId: id, isAlone: others.length === 0, now: now() };
    return page(c, <LeavingPage {...shown} />);
  });

  routes.post('/home/memorials/:id/leaving', requireFresh(site), async (c) =>
    change(c, await decided(c), (tx, memorial) => leaveMemorial(tx, memorial, c.var.person, now())),
  );

  // Any parent can keep it, at any time: that takes nothing from anybody.
  routes.delete('/home/memorials/:id/leaving', async (c) =>
    change(c, await decided(c), (tx, memorial) => keepMemorial(tx, memorial, c.var.person, now())),
  );
  return routes;

  function decided(c: Context<PersonEnv>): Promise<Memorial> {
    return keptMemorial(reader, c.var.person, c.req.param('id'), 'decide');
  }

  async function change(
    c: Context,
    memorial: Memorial,
    verb: (tx: Tx, current: Memorial) => Promise<Memorial>,
  ): Promise<Response> {
    await database.write(async (tx) => verb(tx, await asItIsNow(tx, memorial)));
    return goOn(c, memorialHomePath(memorial));
  }

  async function opening(
    c: Context<PersonEnv>,
    memorial: Memorial,
    filled: Filled,
    status: 200 | 422 = 200,
  ): Promise<Response> {
    const asked = await findLeaving(reader, memorial);
    const shown = { say, memorial, asked, viewerId: c.var.person.id, filled, siteUrl: site.url };
    return page(c, <OpeningPage {...shown} />, status);
  }
}
