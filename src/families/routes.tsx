import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { listMembers, rolesOf, saveSignature } from '#families/families.ts';
import { sendInvitation } from '#families/invitation-mail.ts';
import { listInvitations, revokeInvitation } from '#families/invitations.ts';
import { invite } from '#families/invite.ts';
import { FamilyPage } from '#families/pages/family-page.tsx';
import { familyPath, invitationsPath, joinPath } from '#families/paths.ts';
import type { Role } from '#families/role.ts';
import { goOn, page } from '#http/answers.ts';
import { readFields } from '#http/fields.ts';
import { type Filled, line, optionalEmail, readForm, untouched } from '#http/forms.ts';
import { NotFound } from '#http/refusals.ts';
import { sayIn } from '#i18n/messages.ts';
import type { PersonEnv } from '#people/signed-in.tsx';
import type { Site } from '#schema/site.ts';

const filledLine = (most: number) => line(most).refine((text) => text !== '', 'error.missing');
const inviteForm = z.object({
  name: filledLine(100),
  email: optionalEmail,
  // Whoever is let in as what is always said, never taken for granted.
  role: z.enum(['parent', 'keeper'], { error: 'error.choice' }),
});
const signatureForm = z.object({ 'signs-as': filledLine(100) });

/** The family's own page: who belongs to it, how each signs, and, for parents, inviting others. */
export function familyRoutes(site: Site): Hono<PersonEnv> {
  const { database, mailer, now } = site;
  const { reader } = database;
  const say = sayIn('en');
  const routes = new Hono<PersonEnv>();

  routes.get(familyPath, async (c) => family(c, await keptBy(c, c.req.query('family')), untouched));

  routes.post(familyPath, async (c) => {
    const fields = await readFields(c);
    const familyId = await keptBy(c, fields['family']);
    const read = readForm(signatureForm, fields);
    if (!read.ok) return family(c, familyId, read.filled);
    const member = { familyId, personId: c.var.person.id };
    await database.write((tx) => saveSignature(tx, member, read.form['signs-as']));
    return goOn(c, familyPath);
  });

  routes.post(invitationsPath, async (c) => {
    const fields = await readFields(c);
    const familyId = await keptBy(c, fields['family'], ['parent']);
    const read = readForm(inviteForm, fields);
    if (!read.ok) return family(c, familyId, read.filled);
    const { name, email, role } = read.form;
    const invitation = { familyId, invitedBy: c.var.person.id, role, name, email };
    const secret = await database.write((tx) => invite(tx, invitation, now()));
    const url = `${site.url}${joinPath(secret)}`;
    if (email !== undefined) sendInvitation(site, say, { to: email, from: c.var.person.name, as: role, url });
    // The link stands on this page only, and nowhere else: it is not kept.
    return family(c, familyId, untouched, { name, url, sent: email !== undefined && mailer.leaves });
  });

  routes.delete(`${invitationsPath}/:id`, async (c) => {
    for (const [familyId, role] of await rolesOf(reader, c.var.person.id)) {
      if (role !== 'parent') continue;
      await database.write((tx) => revokeInvitation(tx, c.req.param('id'), familyId, now()));
    }
    return goOn(c, familyPath);
  });
  return routes;

  /** The family that was asked for, or the first, in which somebody has one of these roles. */
  async function keptBy(
    c: Context<PersonEnv>,
    asked: string | undefined,
    as: readonly Role[] = ['parent', 'keeper'],
  ): Promise<string> {
    const roles = await rolesOf(reader, c.var.person.id);
    const theirs = [...roles].filter(([, role]) => as.includes(role)).map(([id]) => id);
    const familyId = asked === undefined ? theirs[0] : theirs.find((id) => id === asked);
    if (familyId === undefined) throw new NotFound();
    return familyId;
  }

  async function family(
    c: Context<PersonEnv>,
    familyId: string,
    filled: Filled,
    link?: { name: string; url: string; sent: boolean },
  ): Promise<Response> {
    const [members, invitations] = await Promise.all([
      listMembers(reader, familyId),
      listInvitations(reader, familyId, now()),
    ]);
    const { id } = c.var.person;
    const status = filled === untouched ? 200 : 422;
    return page(
      c,
      <FamilyPage
        say={say}
        familyId={familyId}
        members={members}
        invitations={invitations}
        personId={id}
        filled={filled}
        link={link}
      />,
      status,
    );
  }
}
