import type { Role } from '#families/role.ts';
import { languageHere } from '#i18n/spoken.ts';
import type { Say } from '#i18n/messages.ts';
import { reportUnexpected } from '#lib/log.ts';
import { renderMail } from '#mail/render.tsx';
import type { Site } from '#schema/site.ts';

/** As what somebody is asked: with a role in a family that is there, or as the first of a new one. */
export type InvitedAs = Role | 'first';

/** Sends an invitation on its way. It is not waited for: the link stands on the page too. */
export function sendInvitation(
  site: Pick<Site, 'mailer'>,
  say: Say,
  { to, from, as, url }: { to: string; from: string; as: InvitedAs; url: string },
): void {
  // Whoever invites knows in which language they speak with each other; nothing else is known of the invited.
  const language = languageHere();
  const title = say(`mail.invitation.title-${as}`, { name: from });
  const mail = renderMail({
    language,
    title,
    paragraphs: [say(`mail.invitation.says-${as}`, { name: from })],
    action: { label: say('mail.invitation.do'), url },
    foot: say('mail.invitation.foot'),
  });
  const sending = site.mailer.send({ to, subject: title, language, ...mail });
  sending.catch((error: unknown) => reportUnexpected(error, 'mail'));
}
