import { sayHere } from '#i18n/spoken.ts';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { Invitation } from '#families/invitations/invitation.ts';
import type { MadeLink } from '#families/invitations/made-link.tsx';
import { sendInvitation } from '#families/invitations/invitation-mail.ts';
import { listFirstInvitations, revokeInvitation } from '#families/invitations/invitations.ts';
import { inviteAgain, inviteFamily } from '#families/invitations/invite.ts';
import { joinPath } from '#families/paths.ts';
import { handOverRoutes } from '#hosting/hand-over-routes.tsx';
import { isHost } from '#hosting/host.ts';
import { InvitationsPage } from '#hosting/pages/invitations-page.tsx';
import { handOverPath, hostInvitationsPath, reportsPath } from '#hosting/paths.ts';
import { reportRoutes } from '#hosting/report-routes.tsx';
import { goOn, page } from '#http/answers.ts';
import { readFields } from '#http/fields.ts';
import { type Filled, line, optionalEmail, readForm, untouched } from '#http/forms.ts';
import { allowance } from '#http/limit.ts';
import { NotFound } from '#http/refusals.ts';
import type { PersonEnv } from '#people/signed-in.tsx';
import type { Reader, Tx } from '#schema/database.ts';
import { makeOnce } from '#schema/once.ts';
import type { Site } from '#schema/site.ts';

const inviteForm = z.object({
  name: line(100).refine((name) => name !== '', 'error.missing'),
  email: optionalEmail,
});

/** What only the host sees: what readers told, and inviting families. */
export function hostRoutes(site: Site): Hono<PersonEnv> {
  const { database, mailer, now } = site;
  const { reader } = database;
  const say = sayHere;
  // A charity invites its families in one afternoon; nobody needs more.
  const mayMail = allowance(300, 60, site.proxies);
  const routes = new Hono<PersonEnv>();
  for (const space of [`${reportsPath}/*`, `${hostInvitationsPath}/*`, `${handOverPath}/*`]) {
    routes.use(space, async (c, next) => {
      if (!(await isHost(site, c.var.person.id))) throw new NotFound();
      await next();
    });
  }

  routes.route('/', handOverRoutes(site));

  routes.route('/', reportRoutes(site));

  routes.get(hostInvitationsPath, (c) => invitations(c, untouched));

  routes.post(hostInvitationsPath, async (c) => {
    const fields = await readFields(c);
    const read = readForm(inviteForm, fields);
    if (!read.ok) return invitations(c, read.filled);
    const { person } = c.var;
    const { name, email } = read.form;
    if (email !== undefined && !mayMail(c)) {
      return invitations(c, { ...read.filled, errors: { email: { key: 'error.many-mails' } } });
    }
    const secret = await makeLink(c, fields['form'], (tx) =>
      inviteFamily(tx, { invitedBy: person.id, name, email }, now()),
    );
    // Sent twice, it was made once; the link stands on the first answer only, and nowhere else.
    if (secret === undefined) return goOn(c, hostInvitationsPath);
    const url = `${site.url}${joinPath(secret)}`;
    if (email !== undefined) sendInvitation(site, say, { to: email, from: person.name, as: 'first', url });
    return invitations(c, untouched, { name, url, sent: email !== undefined && mailer.leaves });
  });

  routes.post('/host/invitations/:id/link', async (c) => {
    const { person } = c.var;
    const { form: key } = await readFields(c);
    const invitation = await findFirst(reader, person, c.req.param('id'));
    if (!invitation) throw new NotFound();
    const secret = await makeLink(c, key, async (tx) => {
      const found = await findFirst(tx, person, invitation.id);
      if (!found) throw new NotFound();
      return inviteAgain(tx, found, person, now());
    });
    if (secret === undefined) return goOn(c, hostInvitationsPath);
    const { name, email } = invitation;
    const url = `${site.url}${joinPath(secret)}`;
    const mailed = email !== undefined && mayMail(c);
    if (mailed) sendInvitation(site, say, { to: email, from: person.name, as: 'first', url });
    return invitations(c, untouched, { name, url, sent: mailed && mailer.leaves });
  });

  routes.delete('/host/invitations/:id', async (c) => {
    const invitation = await findFirst(reader, c.var.person, c.req.param('id'));
    if (invitation)
      await database.write((tx) => revokeInvitation(tx, invitation.id, invitation.familyId, now()));
    return goOn(c, hostInvitationsPath);
  });
  return routes;

  async function invitations(c: Context<PersonEnv>, filled: Filled, link?: MadeLink): Promise<Response> {
    const shown = { say, now: now(), filled, link };
    const waiting = await listFirstInvitations(reader, c.var.person.id);
    const status = filled === untouched ? 200 : 422;
    return page(c, <InvitationsPage {...shown} invitations={waiting} />, status);
  }

  /** The secret of a link that a form made; nothing where the same form had made it before. */
  function makeLink(
    c: Context<PersonEnv>,
    key: string | undefined,
    make: (tx: Tx) => Promise<string>,
  ): Promise<string | undefined> {
    const form = { key, personId: c.var.person.id, now: now(), path: hostInvitationsPath };
    return database.write((tx) => makeOnce(tx, form, () => make(tx)));
  }

  async function findFirst(db: Reader, person: { id: string }, id: string): Promise<Invitation | undefined> {
    return (await listFirstInvitations(db, person.id)).find((one) => one.id === id);
  }
}
