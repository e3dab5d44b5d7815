import { type Context, Hono } from 'hono';
import { goOn, page } from '#http/answers.ts';
import { readFields } from '#http/fields.ts';
import { type Filled, readForm, untouched } from '#http/forms.ts';
import { sayIn } from '#i18n/messages.ts';
import { asItIsNow, keptMemorial } from '#memorials/kept-memorial.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { closeMemorial, openMemorial } from '#memorials/open.ts';
import { openingForm } from '#memorials/opening-fields.tsx';
import { LeavingPage } from '#memorials/pages/leaving-page.tsx';
import { OpeningPage } from '#memorials/pages/opening-page.tsx';
import { memorialHomePath } from '#memorials/paths.ts';
import { keepMemorial, leaveMemorial, restMemorial, returnMemorial } from '#memorials/rest.ts';
import type { PersonEnv } from '#people/signed-in.tsx';
import type { Tx } from '#schema/database.ts';
import type { Site } from '#schema/site.ts';

/** How far a child's page reaches: opening, its address, closing, resting, going away. */
export function openingRoutes(site: Site): Hono<PersonEnv> {
  const { database, now } = site;
  const { reader } = database;
  const say = sayIn('en');
  const routes = new Hono<PersonEnv>();

  routes.get('/home/memorials/:id/opening', async (c) => opening(c, await decided(c), untouched));

  routes.post('/home/memorials/:id/opening', async (c) => {
    const memorial = await decided(c);
    const read = readForm(openingForm, await readFields(c));
    if (!read.ok) return opening(c, memorial, read.filled, 422);
    const answer = await database.write(async (tx) =>
      openMemorial(tx, await asItIsNow(tx, memorial), read.form, now()),
    );
    if ('refused' in answer) {
      return opening(c, memorial, { ...read.filled, errors: { address: { key: answer.refused } } }, 422);
    }
    return goOn(c, memorialHomePath(memorial));
  });

  routes.delete('/home/memorials/:id/opening', async (c) => change(c, await decided(c), closeMemorial));

  routes.post('/home/memorials/:id/rest', async (c) =>
    change(c, await decided(c), (tx, memorial) => restMemorial(tx, memorial, now())),
  );

  routes.delete('/home/memorials/:id/rest', async (c) => change(c, await decided(c), returnMemorial));

  routes.get('/home/memorials/:id/leaving', async (c) =>
    page(c, <LeavingPage say={say} memorial={await decided(c)} now={now()} />),
  );

  routes.post('/home/memorials/:id/leaving', async (c) =>
    change(c, await decided(c), (tx, memorial) => leaveMemorial(tx, memorial, c.var.person, now())),
  );

  // Whoever keeps the page can keep it from going: that takes nothing from anybody.
  routes.delete('/home/memorials/:id/leaving', async (c) =>
    change(c, await keptMemorial(reader, c.var.person, c.req.param('id')), keepMemorial),
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
    c: Context,
    memorial: Memorial,
    filled: Filled,
    status: 200 | 422 = 200,
  ): Promise<Response> {
    return page(c, <OpeningPage say={say} memorial={memorial} filled={filled} siteUrl={site.url} />, status);
  }
}
