import { nameIn, nearestLanguage } from '#i18n/languages.ts';
import { sayIn } from '#i18n/messages.ts';
import { reportUnexpected } from '#lib/log.ts';
import { renderMail } from '#mail/render.tsx';
import { findPerson } from '#people/people.ts';
import { languageOf } from '#people/person.ts';
import type { Reader } from '#schema/database.ts';
import type { Site } from '#schema/site.ts';
import { letInTranslatingPath, translatingPath, translatorPath } from '#translations/paths.ts';
import type { Translation } from '#translations/translation.ts';
import { findTranslation } from '#translations/translations.ts';

/**
 * Sends somebody the link of what they are asked to translate, in the language that they most likely read.
 * It is not waited for: the link stands on the page too. Nothing of the words and no name of a child is in it.
 */
export function sendTranslatorInvitation(
  { mailer, url }: Pick<Site, 'mailer' | 'url'>,
  translation: Translation & { email: string },
  { from, secret }: { from: string; secret: string },
): void {
  const reads = nearestLanguage(translation.readsIn);
  const say = sayIn(reads);
  const words = { name: from, language: nameIn(reads, translation.language) };
  const title = say('mail.translator.title', words);
  const mail = renderMail({
    language: reads,
    title,
    paragraphs: [say('mail.translator.says', words)],
    action: { label: say('mail.translator.do'), url: `${url}${translatorPath(secret)}` },
    foot: say('mail.translator.foot'),
  });
  const sending = mailer.send({ to: translation.email, subject: title, language: reads, ...mail });
  sending.catch((error: unknown) => reportUnexpected(error, 'mail'));
}

/**
 * Tells a translator what a parent did with what they offered. What the parent wrote to it stands on the page
 * only. Sends none where no address was given, or it is no longer so. `told` is the id of the translation
 * and what was done, with a space between.
 */
export async function mailTranslator({ database, mailer, url }: Site, told: string): Promise<void> {
  const [id = '', done = ''] = told.split(' ');
  const translation = await findTranslation(database.reader, id);
  if (!translation) return;
  const isStillSo = done === 'approved' ? translation.version > 0 : translation.note !== undefined;
  const translator = isStillSo ? await addressOf(database.reader, translation) : undefined;
  if (!translator) return;
  const { to, reads, path } = translator;
  const say = sayIn(reads);
  const words = { language: nameIn(reads, translation.language) };
  const title = say(`mail.translator.${done}.title`, words);
  const mail = renderMail({
    language: reads,
    title,
    paragraphs: [say(`mail.translator.${done}.says`, words)],
    action: { label: say(`mail.translator.${done}.do`), url: `${url}${path}` },
    foot: say(
      translation.personId === undefined ? 'mail.translator.foot-let-in' : 'mail.translator.foot-own',
    ),
  });
  await mailer.send({ to, subject: title, language: reads, ...mail });
}

async function addressOf(db: Reader, translation: Translation) {
  const { personId, email, readsIn } = translation;
  if (personId === undefined)
    return email && { to: email, reads: nearestLanguage(readsIn), path: letInTranslatingPath(translation) };
  const person = await findPerson(db, personId);
  return person?.email && { to: person.email, reads: languageOf(person), path: translatingPath(translation) };
}
