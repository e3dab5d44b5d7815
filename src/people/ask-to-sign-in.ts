import { sayIn } from '#i18n/messages.ts';
import { languageHere } from '#i18n/spoken.ts';
import { renderMail } from '#mail/render.tsx';
import { addAttempt, mayAsk } from '#people/attempts.ts';
import { signInLinkPath } from '#people/paths.ts';
import { findPersonByEmail } from '#people/people.ts';
import { languageOf } from '#people/person.ts';
import type { Site } from '#schema/site.ts';

/**
 * Asks for a way in by mail. Answers the attempt that six digits are tried against, and the sending of
 * the mail, to be done once the answer has left. An address that somebody has, one that nobody has, and
 * one that was asked for five times within the hour look and cost the same.
 */
export async function askToSignIn(
  site: Site,
  email: string,
): Promise<{ attempt: string; send: () => Promise<void> }> {
  const now = site.now();
  const asked = languageHere();
  const { known, attempt } = await site.database.write(async (tx) => {
    const person = await findPersonByEmail(tx, email);
    const mailed = (await mayAsk(tx, person?.id, now)) ? person : undefined;
    return { known: mailed, attempt: await addAttempt(tx, mailed?.id, now) };
  });
  return { attempt: attempt.id, send };

  async function send(): Promise<void> {
    if (!known) return;
    const language = known.language === '' ? asked : languageOf(known);
    const say = sayIn(language);
    const subject = say('mail.sign-in.title');
    const mail = renderMail({
      language,
      title: subject,
      paragraphs: [say('mail.sign-in.says')],
      action: { label: say('sign-in.do'), url: `${site.url}${signInLinkPath(attempt.secret)}` },
      code: attempt.code,
      foot: say('mail.sign-in.foot'),
    });
    await site.mailer.send({ to: email, subject, language, ...mail });
  }
}
