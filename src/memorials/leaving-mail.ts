import { momentInWords } from '#i18n/dates.ts';
import { sayIn } from '#i18n/messages.ts';
import { renderMail } from '#mail/render.tsx';
import { findMemorial } from '#memorials/memorials.ts';
import { memorialHomePath } from '#memorials/paths.ts';
import { findPerson } from '#people/people.ts';
import type { Site } from '#schema/site.ts';

/**
 * Tells a parent by mail that the other one asked for a page to go away, until when it can be kept, and
 * where. No name of a child is in it. Sends none when the page is kept after all by now, or when there is
 * no address. `told` is the ids of the memorial, of the parent, and of whoever asked, with spaces between.
 */
export async function mailLeaving({ database, mailer, url }: Site, told: string): Promise<void> {
  const [memorialId = '', personId = '', askedBy = ''] = told.split(' ');
  const { reader } = database;
  const [memorial, person, asking] = await Promise.all([
    findMemorial(reader, memorialId),
    findPerson(reader, personId),
    findPerson(reader, askedBy),
  ]);
  if (memorial?.leavesAt === undefined || !person?.email || !asking) return;
  const say = sayIn('en');
  const { name } = asking;
  const day = momentInWords(memorial.leavesAt, 'en', memorial.zone || 'UTC');
  const title = say('mail.leaving.title', { name });
  const mail = renderMail({
    language: 'en',
    title,
    paragraphs: [say('mail.leaving.says', { name, day }), say('mail.leaving.keep')],
    action: { label: say('mail.leaving.do'), url: `${url}${memorialHomePath(memorial)}` },
    foot: say('mail.leaving.foot'),
  });
  await mailer.send({ to: person.email, subject: title, language: 'en', ...mail });
}
