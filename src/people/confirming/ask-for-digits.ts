import { languageHere } from '#i18n/spoken.ts';
import type { Say } from '#i18n/messages.ts';
import { renderMail } from '#mail/render.tsx';
import { addAttempt, mayAsk, type Purpose } from '#people/attempts.ts';
import { youPath } from '#people/paths.ts';
import type { Person } from '#people/person.ts';
import type { Session } from '#people/sessions.ts';
import type { Site } from '#schema/site.ts';

/** Digits that confirm who sits in front of this session, and nothing else. */
export const forSession = (session: Session): Purpose => ({ purpose: 'step-up', about: session.id });

/**
 * Sends six digits to somebody who is signed in, at the address that is theirs. Answers the attempt that
 * they are tried against, and the sending, or nothing when five mails were asked for within the hour.
 */
export async function askForDigits(
  site: Site,
  say: Say,
  { id, email }: Person,
  session: Session,
): Promise<{ attempt: string; send: () => Promise<void> } | undefined> {
  if (email === undefined) return undefined;
  const now = site.now();
  const purpose = forSession(session);
  const attempt = await site.database.write(async (tx) =>
    (await mayAsk(tx, id, now, purpose)) ? addAttempt(tx, id, now, purpose) : undefined,
  );
  if (!attempt) return undefined;
  const language = languageHere();
  const title = say('mail.step-up.title');
  const mail = renderMail({
    language,
    title,
    paragraphs: [say('mail.step-up.says')],
    code: attempt.code,
    foot: say('mail.step-up.foot', { url: `${site.url}${youPath}` }),
  });
  return {
    attempt: attempt.id,
    send: () => site.mailer.send({ to: email, subject: title, language, ...mail }),
  };
}
