import { sayHere } from '#i18n/spoken.ts';
import { Hono } from 'hono';
import { z } from 'zod';
import { rolesOf } from '#families/families.ts';
import { sendInvitation } from '#families/invitations/invitation-mail.ts';
import { listInvitations, revokeInvitation } from '#families/invitations/invitations.ts';
import { invite, inviteAgain } from '#families/invitations/invite.ts';
import { ownFamily } from '#families/own-family.ts';
import { familyOfPath, familyPath, invitationsPath, joinPath } from '#families/paths.ts';
import { roles } from '#families/role.ts';
import { showFamily } from '#families/show-family.tsx';
import { goOn } from '#http/answers.ts';
import { readFields } from '#http/fields.ts';
import { filledLine, optionalEmail, readForm } from '#http/forms.ts';
import { allowance } from '#http/limit.ts';
import { NotFound } from '#http/refusals.ts';
import type { PersonEnv } from '#people/signed-in.tsx';
import type { Reader } from '#schema/database.ts';
import { makeOnce } from '#schema/once.ts';
import type { Site } from '#schema/site.ts';

const inviteForm = z.object({
  name: filledLine(100),
  email: optionalEmail,
  // Whoever is let in as what is always said, never taken for granted.
  role: z.enum(roles, { error: 'error.choice' }),
});

/** Parents invite others, send an invitation once more, and take one back. */
export function invitationRoutes(site: Site): Hono<PersonEnv> {
  const { database, mailer, now } = site;
  const { reader } = database;
  const say = sayHere;
  // Nobody can be made to write to strangers: more than a family has, and few for somebody who is not one.
  const mayMail = allowance(30, 60, site.proxies);
  const routes = new Hono<PersonEnv>();

  routes.post(invitationsPath, async (c) => {
    const fields = await readFields(c);
    const { person } = c.var;
    const familyId = await ownFamily(reader, person, fields['family'], ['parent']);
    const read = readForm(inviteForm, fields);
    if (!read.ok) return showFamily(c, site, familyId, { filled: read.filled });
    const { name, email, role } = read.form;
    if (email !== undefined && !mayMail(c)) {
      const errors = { email: { key: 'error.many-mails' } };
      return showFamily(c, site, familyId, { filled: { ...read.filled, errors } });
    }
    const invitation = { familyId, invitedBy: person.id, role, name, email };
    const path = familyOfPath(familyId);
    const secret = await database.write((tx) =>
      makeOnce(tx, { key: fields['form'], personId: person.id, now: now(), path }, async () => {
        // Whoever is a parent no longer since the form was read lets nobody in.
        await ownFamily(tx, person, familyId, ['parent']);
        return invite(tx, invitation, now());
      }),
    );
    // Sent twice, it was made once; the link stands on the first answer only, and nowhere else.
    if (secret === undefined) return goOn(c, path);
    const url = `${site.url}${joinPath(secret)}`;
    if (email !== undefined) sendInvitation(site, say, { to: email, from: person.name, as: role, url });
    const sent = email !== undefined && mailer.leaves;
    return showFamily(c, site, familyId, { link: { name, url, sent } });
  });

  routes.post(`${invitationsPath}/:id/link`, async (c) => {
    const { person } = c.var;
    const { form: key } = await readFields(c);
    const { familyId, name, role, email, id } = await findWaiting(reader, person.id, c.req.param('id'));
    const path = familyOfPath(familyId);
    const secret = await database.write((tx) =>
      makeOnce(tx, { key, personId: person.id, now: now(), path }, async () =>
        inviteAgain(tx, await findWaiting(tx, person.id, id), person, now()),
      ),
    );
    if (secret === undefined) return goOn(c, path);
    const url = `${site.url}${joinPath(secret)}`;
    const mailed = email !== undefined && mayMail(c);
    if (mailed) sendInvitation(site, say, { to: email, from: person.name, as: role, url });
    return showFamily(c, site, familyId, { link: { name, url, sent: mailed && mailer.leaves } });
  });

  routes.delete(`${invitationsPath}/:id`, async (c) => {
    for (const [familyId, role] of await rolesOf(reader, c.var.person.id)) {
      if (role !== 'parent') continue;
      await database.write((tx) => revokeInvitation(tx, c.req.param('id'), familyId, now()));
    }
    return goOn(c, familyPath);
  });
  return routes;
}

/** Somebody who is invited into a family of this parent and has not come. */
async function findWaiting(db: Reader, parentId: string, id: string) {
  for (const [familyId, role] of await rolesOf(db, parentId)) {
    if (role !== 'parent') continue;
    const found = (await listInvitations(db, familyId)).find((one) => one.id === id);
    if (found) return found;
  }
  throw new NotFound();
}
