import { sayHere } from '#i18n/spoken.ts';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { keyLink } from '#families/paths.ts';
import { listLinkKeys, makeLinkKey, revokeLinkKey } from '#families/link-keys.ts';
import { goOn, page } from '#http/answers.ts';
import { readFields } from '#http/fields.ts';
import { type Filled, line, readForm, untouched } from '#http/forms.ts';
import { instantAfter } from '#lib/instant.ts';
import { keptMemorial } from '#memorials/kept-memorial.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { lifetimeNames, lifetimes } from '#memorials/lifetimes.ts';
import { LinkKeysPage } from '#memorials/pages/link-keys-page.tsx';
import { linkKeysPath } from '#memorials/paths.ts';
import type { PersonEnv } from '#people/signed-in.tsx';
import { makeOnce } from '#schema/once.ts';
import type { Site } from '#schema/site.ts';

const form = z.object({
  name: line(100).refine((text) => text !== '', 'error.missing'),
  lasts: z.enum(lifetimeNames, { error: 'error.choice' }),
});

/** The keys to a child's page that its parents hand out, each with a name, and taking them back. */
export function linkKeyRoutes(site: Site): Hono<PersonEnv> {
  const { database, now } = site;
  const say = sayHere;
  const routes = new Hono<PersonEnv>();

  routes.get('/home/memorials/:id/keys', async (c) => keys(c, await decided(c), untouched));

  routes.post('/home/memorials/:id/keys', async (c) => {
    const memorial = await decided(c);
    const fields = await readFields(c);
    const read = readForm(form, fields);
    if (!read.ok) return keys(c, memorial, read.filled);
    const { name, lasts } = read.form;
    const days = lifetimes[lasts];
    const { person } = c.var;
    const path = linkKeysPath(memorial);
    const made = await database.write((tx) =>
      makeOnce(tx, { key: fields['form'], personId: person.id, now: now(), path }, () => {
        const endsAt = days && instantAfter(now(), { days });
        return makeLinkKey(tx, { memorialId: memorial.id, name, madeBy: person.id, endsAt }, now());
      }),
    );
    // Sent twice, it was made once; the key itself stands on the first answer only, and nowhere else.
    if (made === undefined) return goOn(c, path);
    return keys(c, memorial, untouched, { name, key: made, link: keyLink(site.url, made) });
  });

  routes.delete('/home/memorials/:id/keys/:key', async (c) => {
    const memorial = await decided(c);
    const key = { id: c.req.param('key'), memorialId: memorial.id };
    await database.write((tx) => revokeLinkKey(tx, key, now()));
    return goOn(c, linkKeysPath(memorial));
  });
  return routes;

  function decided(c: Context<PersonEnv>): Promise<Memorial> {
    return keptMemorial(database.reader, c.var.person, c.req.param('id'), 'decide');
  }

  async function keys(
    c: Context,
    memorial: Memorial,
    filled: Filled,
    made?: { name: string; key: string; link: string },
  ): Promise<Response> {
    const all = await listLinkKeys(database.reader, memorial.id);
    return page(
      c,
      <LinkKeysPage
        say={say}
        memorial={memorial}
        keys={all}
        now={now()}
        made={made}
        siteUrl={site.url}
        filled={filled}
      />,
      filled === untouched ? 200 : 422,
    );
  }
}
