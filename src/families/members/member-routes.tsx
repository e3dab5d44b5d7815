import { sayHere } from '#i18n/spoken.ts';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { changeRole } from '#families/members/change-role.ts';
import { listCirclePeople, listCircles } from '#families/circles/circles.ts';
import { findConsent } from '#families/consents/consents.ts';
import { listParents } from '#families/families.ts';
import type { Member } from '#families/family.ts';
import { listOffers } from '#families/offers/offers.ts';
import { memberForParent } from '#families/own-family.ts';
import { MemberPage } from '#families/members/member-page.tsx';
import { RemovalPage } from '#families/members/removal-page.tsx';
import { familyOfPath, leavingFamilyPath, memberPath, removalPath } from '#families/paths.ts';
import { zoneOfFamily } from '#families/zone.ts';
import { keepInFamily, removeFromFamily } from '#families/members/removal.ts';
import { givenRoles } from '#families/role.ts';
import { goOn, page } from '#http/answers.ts';
import { readFields } from '#http/fields.ts';
import { type Filled, readForm, untouched } from '#http/forms.ts';
import { findNames } from '#people/people.ts';
import type { PersonEnv } from '#people/signed-in.tsx';
import { requireFresh } from '#people/confirming/step-up.tsx';
import type { Tx } from '#schema/database.ts';
import { once } from '#schema/once.ts';
import type { Site } from '#schema/site.ts';

const roleForm = z.object({ role: z.enum(givenRoles, { error: 'error.choice' }) });
const removal = '/home/family/members/:id/removal';

/** Somebody of the family, for its parents: what they are, offers to them, and that they belong no longer. */
export function memberRoutes(site: Site): Hono<PersonEnv> {
  const { database, now } = site;
  const { reader } = database;
  const say = sayHere;
  const routes = new Hono<PersonEnv>();

  routes.get('/home/family/members/:id', async (c) => member(c, await theirs(c), untouched));

  routes.post('/home/family/members/:id/role', async (c) => {
    const found = await theirs(c);
    const read = readForm(roleForm, await readFields(c));
    if (!read.ok) return member(c, found, read.filled);
    const changed = { ...found, role: read.form.role };
    await database.write((tx) => changeRole(tx, changed, c.var.person, now()));
    return goOn(c, memberPath(found));
  });

  routes.get(removal, async (c) => {
    const found = await theirs(c);
    if (found.personId === c.var.person.id && !(await isAsked(found)))
      return goOn(c, leavingFamilyPath(found.familyId));
    return page(c, await removalPage(c, found));
  });

  routes.post(removal, requireFresh(site), async (c) =>
    doneOnce(c, async (tx, found) => {
      const answer = await removeFromFamily(tx, found, c.var.person, now());
      return answer === 'removed' ? familyOfPath(found.familyId) : removalPath(found);
    }),
  );

  routes.delete(removal, async (c) =>
    doneOnce(c, async (tx, found) => {
      await keepInFamily(tx, found, c.var.person, now());
      return removalPath(found);
    }),
  );
  return routes;

  function theirs(c: Context<PersonEnv>): Promise<Member> {
    const asked = { personId: c.req.param('id'), familyId: c.req.query('family') };
    return memberForParent(reader, c.var.person, asked);
  }

  async function doneOnce(
    c: Context<PersonEnv>,
    act: (tx: Tx, found: Member) => Promise<string>,
  ): Promise<Response> {
    const fields = await readFields(c);
    const key = fields['form'];
    const path = await database.write((tx) =>
      once(tx, { key, personId: c.var.person.id, now: now() }, async () => {
        const asked = { personId: c.req.param('id'), familyId: c.req.query('family') };
        return act(tx, await memberForParent(tx, c.var.person, asked));
      }),
    );
    return goOn(c, path);
  }

  function isAsked({ familyId, personId }: Member) {
    return findConsent(reader, { familyId, what: 'removal', aboutId: personId });
  }

  async function member(c: Context<PersonEnv>, found: Member, filled: Filled): Promise<Response> {
    const { familyId, personId } = found;
    const names = await findNames(reader, [personId]);
    const offers = (await listOffers(reader, familyId)).filter((offer) => offer.personId === personId);
    const [circles, people] = await Promise.all([
      listCircles(reader, familyId),
      listCirclePeople(reader, familyId),
    ]);
    const inside = new Set(circles.filter(({ id }) => people.get(id)?.has(personId)).map(({ id }) => id));
    const shown = (
      <MemberPage
        say={say}
        member={found}
        name={names.get(personId) ?? ''}
        isOneself={personId === c.var.person.id}
        offers={offers}
        circles={circles}
        inside={inside}
        viewerId={c.var.person.id}
        filled={filled}
      />
    );
    return page(c, shown, filled === untouched ? 200 : 422);
  }

  async function removalPage(c: Context<PersonEnv>, found: Member) {
    const consent = await isAsked(found);
    const ids = [found.personId, ...(consent?.wantedBy ?? []), consent?.objectedBy ?? ''];
    const names = await findNames(reader, ids);
    const others = (await listParents(reader, found.familyId)).filter(
      (parent) => parent.personId !== found.personId,
    );
    return (
      <RemovalPage
        say={say}
        member={found}
        nameOf={(id) => names.get(id) ?? ''}
        consent={consent}
        viewerId={c.var.person.id}
        zone={await zoneOfFamily(reader, found.familyId)}
        hasOthers={others.length > 1}
      />
    );
  }
}
