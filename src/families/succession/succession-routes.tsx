import { type Context, Hono } from 'hono';
import { ownFamily } from '#families/own-family.ts';
import { SuccessionPage } from '#families/succession/succession-page.tsx';
import { successionPath } from '#families/paths.ts';
import { roles } from '#families/role.ts';
import { askToSucceed, endSuccession, findSuccession } from '#families/succession/succession.ts';
import { goOn, page } from '#http/answers.ts';
import { readFields } from '#http/fields.ts';
import { zoneOfFamily } from '#families/zone.ts';
import { NotFound } from '#http/refusals.ts';
import { sayHere } from '#i18n/spoken.ts';
import { findNames } from '#people/people.ts';
import type { PersonEnv } from '#people/signed-in.tsx';
import { requireFresh } from '#people/confirming/step-up.tsx';
import type { Tx } from '#schema/database.ts';
import { once } from '#schema/once.ts';
import type { Site } from '#schema/site.ts';

const succession = '/home/family/succession';

/** Asking to be a parent after one who died or cannot be there any more, and that parent's no. */
export function successionRoutes(site: Site): Hono<PersonEnv> {
  const { database, now } = site;
  const { reader } = database;
  const routes = new Hono<PersonEnv>();

  routes.get(succession, async (c) => {
    const familyId = await theirs(c);
    const found = await findSuccession(reader, familyId);
    const { id } = c.var.person;
    const isAsked = found?.asked !== undefined && found.parentId === id;
    if (!found || !(isAsked || found.successorId === id)) throw new NotFound();
    const names = await findNames(reader, [found.parentId, found.successorId]);
    const nameOf = (personId: string): string => names.get(personId) ?? '';
    const zone = await zoneOfFamily(reader, familyId);
    const shown = { say: sayHere, succession: found, nameOf, viewerId: id, zone };
    return page(c, <SuccessionPage {...shown} />);
  });

  routes.post(succession, requireFresh(site), (c) =>
    doneOnce(c, async (tx, familyId) => {
      await askToSucceed(tx, familyId, c.var.person, now());
      return successionPath(familyId);
    }),
  );

  routes.delete(succession, (c) =>
    doneOnce(c, async (tx, familyId) => {
      await endSuccession(tx, familyId, c.var.person);
      return '/home';
    }),
  );
  return routes;

  function theirs(c: Context<PersonEnv>): Promise<string> {
    return ownFamily(reader, c.var.person, c.req.query('family'), roles);
  }

  async function doneOnce(
    c: Context<PersonEnv>,
    act: (tx: Tx, familyId: string) => Promise<string>,
  ): Promise<Response> {
    const { form: key } = await readFields(c);
    const familyId = await theirs(c);
    const form = { key, personId: c.var.person.id, now: now() };
    return goOn(c, await database.write((tx) => once(tx, form, () => act(tx, familyId))));
  }
}
