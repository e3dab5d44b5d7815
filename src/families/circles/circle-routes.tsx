import { sayHere } from '#i18n/spoken.ts';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { Circle } from '#families/circles/circle.ts';
import {
  listCirclePeople,
  listCircles,
  makeCircle,
  putInCircles,
  removeCircle,
  renameCircle,
} from '#families/circles/circles.ts';
import { listMembers } from '#families/families.ts';
import { memberForParent, ownFamily } from '#families/own-family.ts';
import { CirclePage } from '#families/circles/circle-page.tsx';
import { circlePath, circlesPath, familyOfPath, memberPath } from '#families/paths.ts';
import { showFamily } from '#families/show-family.tsx';
import { goOn, page } from '#http/answers.ts';
import { readFields } from '#http/fields.ts';
import { type Filled, filledLine, readForm, untouched } from '#http/forms.ts';
import { NotFound } from '#http/refusals.ts';
import { findNames } from '#people/people.ts';
import type { PersonEnv } from '#people/signed-in.tsx';
import { once } from '#schema/once.ts';
import type { Site } from '#schema/site.ts';

const form = z.object({ circle: filledLine(100) });
const one = `${circlesPath}/:id`;

/** Circles among the relatives: parents make, name and remove them, and say who is in which. */
export function circleRoutes(site: Site): Hono<PersonEnv> {
  const { database, now } = site;
  const { reader } = database;
  const say = sayHere;
  const routes = new Hono<PersonEnv>();

  routes.post(circlesPath, async (c) => {
    const fields = await readFields(c);
    const { person } = c.var;
    const familyId = await ownFamily(reader, person, fields['family'], ['parent']);
    const read = readForm(form, fields);
    if (!read.ok) return showFamily(c, site, familyId, { filled: read.filled });
    const path = await database.write((tx) =>
      once(tx, { key: fields['form'], personId: person.id, now: now() }, async () => {
        await ownFamily(tx, person, familyId, ['parent']);
        return circlePath(await makeCircle(tx, { familyId, name: read.form.circle }, now()));
      }),
    );
    return goOn(c, path);
  });

  routes.get(one, async (c) => show(c, await ownCircle(c), untouched));

  routes.post(one, async (c) => {
    const circle = await ownCircle(c);
    const read = readForm(form, await readFields(c));
    if (!read.ok) return show(c, circle, read.filled);
    await database.write((tx) => renameCircle(tx, { ...circle, name: read.form.circle }));
    return goOn(c, circlePath(circle));
  });

  routes.delete(one, async (c) => {
    const circle = await ownCircle(c);
    await database.write((tx) => removeCircle(tx, circle));
    return goOn(c, familyOfPath(circle.familyId));
  });

  routes.post('/home/family/members/:id/circles', async (c) => {
    const asked = { personId: c.req.param('id'), familyId: c.req.query('family') };
    const member = await memberForParent(reader, c.var.person, asked);
    const fields = await readFields(c);
    const chosen = (await listCircles(reader, member.familyId)).filter(({ id }) => `circle-${id}` in fields);
    const ids = chosen.map(({ id }) => id);
    await database.write((tx) => putInCircles(tx, member, ids, now()));
    return goOn(c, memberPath(member));
  });
  return routes;

  /** A circle of a family in which somebody is a parent. */
  async function ownCircle(c: Context<PersonEnv>): Promise<Circle> {
    const familyId = await ownFamily(reader, c.var.person, c.req.query('family'), ['parent']);
    const circle = (await listCircles(reader, familyId)).find(({ id }) => id === c.req.param('id'));
    if (!circle) throw new NotFound();
    return circle;
  }

  async function show(c: Context, circle: Circle, filled: Filled): Promise<Response> {
    const inside = (await listCirclePeople(reader, circle.familyId)).get(circle.id) ?? new Set();
    const members = (await listMembers(reader, circle.familyId)).filter(({ personId }) =>
      inside.has(personId),
    );
    const names = await findNames(
      reader,
      members.map(({ personId }) => personId),
    );
    const people = members.map((member) => ({ ...member, name: names.get(member.personId) ?? '' }));
    const status = filled === untouched ? 200 : 422;
    return page(c, <CirclePage say={say} circle={circle} people={people} filled={filled} />, status);
  }
}
