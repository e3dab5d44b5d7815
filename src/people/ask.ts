import { addAttempt } from '#people/attempts.ts';
import { renderMail } from '#mail/render.tsx';
import type { Say } from '#i18n/messages.ts';
import { findPersonByEmail } from '#people/people.ts';
import { signInLinkPath } from '#people/paths.ts';
import { reportUnexpected } from '#lib/log.ts';
import type { Site } from '#schema/site.ts';

/**
 * Asks for a way in by mail. Answers the attempt that the six digits are tried against: the same for an
 * address that somebody has and one that nobody has. The mail leaves after the answer, so that neither
 * text nor time tells the two apart.
 */
export async function askToSignIn(site: Site, say: Say, email: string): Promise<string> {
  const now = site.now();
  const { person, attempt } = await site.database.write(async (tx) => {
    const known = await findPersonByEmail(tx, email);
    return { person: known, attempt: await addAttempt(tx, known?.id, now) };
  });
  if (person && attempt) {
    const mail = renderMail({
      language: 'en',
      title: say('mail.sign-in.title'),
      paragraphs: [say('mail.sign-in.says')],
      action: { label: say('sign-in.do'), url: `${site.url}${signInLinkPath(attempt.secret)}` },
      code: attempt.code,
      foot: say('mail.sign-in.foot'),
    });
    setImmediate(() => {
      const sending = site.mailer.send({ to: email, subject: say('mail.sign-in.title'), language: 'en', ...mail });
      sending.catch((error: unknown) => reportUnexpected(error, 'mail'));
    });
  }
  return attempt?.id ?? crypto.randomUUID();
}
