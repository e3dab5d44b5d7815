import type { Language } from '#i18n/languages.ts';
import { languageHere } from '#i18n/spoken.ts';
import type { Say } from '#i18n/messages.ts';
import { renderMail } from '#mail/render.tsx';
import { addAttempt, mayAsk, useCode } from '#people/attempts.ts';
import { findPersonByEmail, savePerson, saveUnconfirmedEmail } from '#people/people.ts';
import type { Person } from '#people/person.ts';
import type { Site } from '#schema/site.ts';

type Sending = () => Promise<void>;

/**
 * Sends six digits to a mail address that a person would like to sign in with; it counts once they come
 * back. An address that somebody else has looks the same and gets nothing. Answers nothing when five
 * mails were asked for within the hour.
 */
export async function askToConfirm(
  site: Site,
  say: Say,
  person: Person,
  email: string,
): Promise<{ attempt: string; send: Sending } | undefined> {
  const now = site.now();
  const asked = await site.database.write(async (tx) => {
    const purpose = { purpose: 'address', about: email } as const;
    if (!(await mayAsk(tx, person.id, now, purpose))) return undefined;
    const holder = await findPersonByEmail(tx, email);
    return { attempt: await addAttempt(tx, person.id, now, purpose), taken: holder !== undefined };
  });
  if (!asked) return undefined;
  const words = {
    language: languageHere(),
    title: say('mail.confirm.title'),
    says: say('mail.confirm.says'),
    foot: say('mail.confirm.foot'),
  };
  const send = (): Promise<void> =>
    asked.taken ? Promise.resolve() : sendTo(site, email, { ...words, code: asked.attempt.code });
  return { attempt: asked.attempt.id, send };
}

/**
 * Takes the address on when the digits are right. Answers nothing when they are not, or the telling of
 * the address before, so that nobody loses theirs unknowingly.
 */
export async function confirmAddress(
  site: Site,
  say: Say,
  person: Person,
  tried: { id: string; code: string; email: string },
): Promise<{ send: Sending } | undefined> {
  const now = site.now();
  const confirmed = await site.database.write(async (tx) => {
    const purpose = { purpose: 'address', about: tried.email } as const;
    if ((await useCode(tx, tried, now, purpose)) !== person.id) return false;
    if (await findPersonByEmail(tx, tried.email)) return false;
    await savePerson(tx, { ...person, email: tried.email });
    await saveUnconfirmedEmail(tx, person.id, undefined);
    return true;
  });
  if (!confirmed) return undefined;
  const words = {
    language: languageHere(),
    title: say('mail.changed.title'),
    says: say('mail.changed.says'),
    foot: say('mail.changed.foot'),
  };
  const before = person.email;
  return { send: () => (before === undefined ? Promise.resolve() : sendTo(site, before, words)) };
}

async function sendTo(
  site: Site,
  to: string,
  words: { language: Language; title: string; says: string; foot: string; code?: string },
): Promise<void> {
  const { language, title, says, ...rest } = words;
  const mail = renderMail({ language, title, paragraphs: [says], ...rest });
  await site.mailer.send({ to, subject: title, language, ...mail });
}
