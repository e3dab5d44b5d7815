import { sayIn } from '#i18n/messages.ts';
import { renderMail } from '#mail/render.tsx';
import { findPerson } from '#people/people.ts';
import { languageOf } from '#people/person.ts';
import type { Site } from '#schema/site.ts';

/** Tells whoever looked after the site that somebody else does now. Sends nothing where there is no address. */
export async function mailTakenOver(
  { database, mailer, url }: Site,
  beforeId: string | undefined,
  host: { name: string },
): Promise<void> {
  const to = await findPerson(database.reader, beforeId ?? '');
  if (!to?.email) return;
  const language = languageOf(to);
  const say = sayIn(language);
  const title = say('mail.taken-over.title', { name: host.name });
  const mail = renderMail({
    language,
    title,
    paragraphs: [say('mail.taken-over.says', { name: host.name })],
    action: { label: say('mail.family.home'), url: `${url}/home` },
    foot: say('mail.family.foot'),
  });
  await mailer.send({ to: to.email, subject: title, language, ...mail });
}
