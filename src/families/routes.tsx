import { Hono } from 'hono';
import { z } from 'zod';
import { circleRoutes } from '#families/circles/circle-routes.tsx';
import { saveSignature } from '#families/families.ts';
import { invitationRoutes } from '#families/invitations/invitation-routes.tsx';
import { memberRoutes } from '#families/members/member-routes.tsx';
import { offerRoutes } from '#families/offers/offer-routes.tsx';
import { ownFamily } from '#families/own-family.ts';
import { familyOfPath, familyPath } from '#families/paths.ts';
import { showFamily } from '#families/show-family.tsx';
import { successionRoutes } from '#families/succession/succession-routes.tsx';
import { goOn } from '#http/answers.ts';
import { readFields } from '#http/fields.ts';
import { filledLine, readForm } from '#http/forms.ts';
import type { PersonEnv } from '#people/signed-in.tsx';
import type { Site } from '#schema/site.ts';

const signatureForm = z.object({ 'signs-as': filledLine(100) });

/** The family's own page: who belongs to it, how each signs; inviting others, and what each of them is. */
export function familyRoutes(site: Site): Hono<PersonEnv> {
  const { database } = site;
  const { reader } = database;
  const routes = new Hono<PersonEnv>();

  routes.get(familyPath, async (c) =>
    showFamily(c, site, await ownFamily(reader, c.var.person, c.req.query('family'))),
  );

  routes.post(familyPath, async (c) => {
    const fields = await readFields(c);
    const familyId = await ownFamily(reader, c.var.person, fields['family']);
    const read = readForm(signatureForm, fields);
    if (!read.ok) return showFamily(c, site, familyId, { filled: read.filled });
    const member = { familyId, personId: c.var.person.id };
    await database.write((tx) => saveSignature(tx, member, read.form['signs-as']));
    return goOn(c, familyOfPath(familyId));
  });

  routes.route('/', invitationRoutes(site));
  routes.route('/', memberRoutes(site));
  routes.route('/', circleRoutes(site));
  routes.route('/', offerRoutes(site));
  routes.route('/', successionRoutes(site));
  return routes;
}
