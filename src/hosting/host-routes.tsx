import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { stepOf } from '#audiences/step-of.ts';
import type { MadeLink } from '#families/made-link.tsx';
import { sendInvitation } from '#families/invitation-mail.ts';
import { listFirstInvitations, revokeInvitation } from '#families/invitations.ts';
import { inviteFamily } from '#families/invite.ts';
import { joinPath } from '#families/paths.ts';
import { isHost } from '#hosting/host.ts';
import { InvitationsPage } from '#hosting/pages/invitations-page.tsx';
import { ReportsPage } from '#hosting/pages/reports-page.tsx';
import { hostInvitationsPath, reportsPath } from '#hosting/paths.ts';
import { goOn, page } from '#http/answers.ts';
import { readFields } from '#http/fields.ts';
import { type Filled, line, optionalEmail, readForm, untouched } from '#http/forms.ts';
import { NotFound } from '#http/refusals.ts';
import { sayIn } from '#i18n/messages.ts';
import { asShown } from '#memorials/memorial.ts';
import { findMemorial } from '#memorials/memorials.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import type { PersonEnv } from '#people/signed-in.tsx';
import type { Site } from '#schema/site.ts';
import { closeReport, listReports, type Report } from '#visitors/reports.ts';

const inviteForm = z.object({
  name: line(100).refine((name) => name !== '', 'error.missing'),
  email: optionalEmail,
});

/** What only the host sees: what readers told, and inviting families. */
export function hostRoutes(site: Site): Hono<PersonEnv> {
  const { database, mailer, now } = site;
  const { reader } = database;
  const say = sayIn('en');
  const routes = new Hono<PersonEnv>();
  for (const space of [`${reportsPath}/*`, `${hostInvitationsPath}/*`]) {
    routes.use(space, async (c, next) => {
      if (!(await isHost(site, c.var.person.id))) throw new NotFound();
      await next();
    });
  }

  routes.get(reportsPath, async (c) => {
    const reports = await listReports(reader);
    const told = await Promise.all(
      reports.map(async (report) => ({ report, called: await calledOf(report) })),
    );
    return page(c, <ReportsPage say={say} told={told} />);
  });

  routes.post('/host/reports/:id/closure', (c) => close(c, now()));
  routes.delete('/host/reports/:id/closure', (c) => close(c, undefined));

  routes.get(hostInvitationsPath, (c) => invitations(c, untouched));

  routes.post(hostInvitationsPath, async (c) => {
    const read = readForm(inviteForm, await readFields(c));
    if (!read.ok) return invitations(c, read.filled);
    const { person } = c.var;
    const { name, email } = read.form;
    const secret = await database.write((tx) =>
      inviteFamily(tx, { invitedBy: person.id, name, email }, now()),
    );
    const url = `${site.url}${joinPath(secret)}`;
    if (email !== undefined) sendInvitation(site, say, { to: email, from: person.name, as: 'first', url });
    // The link stands on this page only, and nowhere else: it is not kept.
    return invitations(c, untouched, { name, url, sent: email !== undefined && mailer.leaves });
  });

  routes.delete('/host/invitations/:id', async (c) => {
    const open = await listFirstInvitations(reader, c.var.person.id, now());
    const invitation = open.find(({ id }) => id === c.req.param('id'));
    if (invitation)
      await database.write((tx) => revokeInvitation(tx, invitation.id, invitation.familyId, now()));
    return goOn(c, hostInvitationsPath);
  });
  return routes;

  async function invitations(c: Context<PersonEnv>, filled: Filled, link?: MadeLink): Promise<Response> {
    const open = await listFirstInvitations(reader, c.var.person.id, now());
    const status = filled === untouched ? 200 : 422;
    return page(c, <InvitationsPage say={say} invitations={open} filled={filled} link={link} />, status);
  }

  async function close(c: Context<PersonEnv>, at: string | undefined): Promise<Response> {
    const found = await database.write((tx) => closeReport(tx, c.req.param('id') ?? '', at));
    if (!found) throw new NotFound();
    return goOn(c, reportsPath);
  }

  /** What a child is called for everybody, as long as the page is open to everybody. */
  async function calledOf({ memorialId }: Report): Promise<string | undefined> {
    const memorial = memorialId === undefined ? undefined : await findMemorial(reader, memorialId);
    if (!memorial || stepOf(memorial) !== 'everyone') return undefined;
    return calledIn(asShown(memorial), 'en');
  }
}
