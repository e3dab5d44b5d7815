import { NotFound } from '#http/refusals.ts';
import { nameIn } from '#i18n/languages.ts';
import { sayIn } from '#i18n/messages.ts';
import { renderMail } from '#mail/render.tsx';
import { findPerson } from '#people/people.ts';
import { languageOf } from '#people/person.ts';
import type { Site } from '#schema/site.ts';
import { translationPath } from '#translations/paths.ts';
import { translationToDecide } from '#translations/translating.ts';

/**
 * Tells a parent that a translation waits for them. Nothing of its words is in it. Sends none when it is no
 * longer offered, or is none that they may read and decide about. `told` is the id of the translation and of
 * the parent.
 */
export async function mailTranslation({ database, mailer, url }: Site, told: string): Promise<void> {
  const [id = '', personId = ''] = told.split(' ');
  const { reader } = database;
  const person = await findPerson(reader, personId);
  const found = await translationToDecide(reader, { id: personId }, id).catch((error: unknown) => {
    if (!(error instanceof NotFound)) throw error;
  });
  if (!person?.email || !found?.translation.offeredAt) return;
  const { translation } = found;
  const language = languageOf(person);
  const say = sayIn(language);
  const words = { name: translation.translator, language: nameIn(language, translation.language) };
  const title = say('mail.translation.title', words);
  const mail = renderMail({
    language,
    title,
    paragraphs: [say('mail.translation.says', words)],
    action: { label: say('mail.translation.do'), url: `${url}${translationPath(translation)}` },
    foot: say('mail.translation.foot'),
  });
  await mailer.send({ to: person.email, subject: title, language, ...mail });
}
