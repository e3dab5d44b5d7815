import { NotFound } from '#http/refusals.ts';
import { sayIn } from '#i18n/messages.ts';
import { renderMail } from '#mail/render.tsx';
import { findPerson } from '#people/people.ts';
import { languageOf } from '#people/person.ts';
import type { Site } from '#schema/site.ts';
import { askedToSign } from '#tributes/signing/asked.ts';
import { signaturePath } from '#tributes/paths.ts';

/**
 * Tells somebody by mail that they are asked to sign: who asks, and where to read it. Nothing of the words
 * and no name of a child is in it. Sends none when they have answered, or other words are being written by
 * now. `asked` is the id of the tribute and of the person, with a space between.
 */
export async function mailSigning({ database, mailer, url }: Site, asked: string): Promise<void> {
  const [tributeId, personId = ''] = asked.split(' ');
  const { reader } = database;
  const person = await findPerson(reader, personId);
  const found = await askedToSign(reader, { id: personId }, tributeId).catch((error: unknown) => {
    if (!(error instanceof NotFound)) throw error;
  });
  if (!person?.email || !found?.words || found.standing !== 'asked') return;
  const language = languageOf(person);
  const say = sayIn(language);
  const name = found.writer;
  const title = say('mail.signature.title', { name });
  const mail = renderMail({
    language,
    title,
    paragraphs: [say('mail.signature.says', { name })],
    action: { label: say('mail.signature.do'), url: `${url}${signaturePath(found.tribute)}` },
    foot: say('mail.signature.foot', { name }),
  });
  await mailer.send({ to: person.email, subject: title, language, ...mail });
}
