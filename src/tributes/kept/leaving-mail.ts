import { findMember } from '#families/families.ts';
import { momentInWords } from '#i18n/dates.ts';
import { sayIn } from '#i18n/messages.ts';
import { renderMail } from '#mail/render.tsx';
import { findMemorial } from '#memorials/memorials.ts';
import { findPerson } from '#people/people.ts';
import { languageOf } from '#people/person.ts';
import type { Site } from '#schema/site.ts';
import { listWriters } from '#tributes/in-family.ts';
import { keptWordsPath } from '#tributes/paths.ts';

/**
 * The job after a page has begun to go away: everybody who wrote there and is no parent of the family is
 * told, also who has left it, since their words go with it. Parents are told otherwise.
 */
export async function tellWriters({ database }: Site, memorialId: string): Promise<void> {
  await database.write(async (tx) => {
    const memorial = await findMemorial(tx, memorialId);
    for (const personId of memorial ? await listWriters(tx, memorialId) : []) {
      const member = await findMember(tx, { familyId: memorial?.familyId ?? '', personId });
      if (member?.role !== 'parent') await tx.record({ writerToTell: `${memorialId} ${personId}` });
    }
  });
}

/** One of those mails. No name of a child is in it; none is sent when the page is kept by now. */
export async function mailWriter({ database, mailer, url }: Site, told: string): Promise<void> {
  const [memorialId = '', personId = ''] = told.split(' ');
  const [memorial, person] = await Promise.all([
    findMemorial(database.reader, memorialId),
    findPerson(database.reader, personId),
  ]);
  if (memorial?.leavesAt === undefined || !person?.email) return;
  const language = languageOf(person);
  const say = sayIn(language);
  const day = momentInWords(memorial.leavesAt, language, memorial.zone || 'UTC');
  const { familyId } = memorial;
  const belongs = (await findMember(database.reader, { familyId, personId })) !== undefined;
  const title = say('mail.writer.title', { day });
  const mail = renderMail({
    language,
    title,
    paragraphs: [say('mail.writer.says', { day }), say('mail.writer.take-out')],
    action: { label: say('mail.writer.do'), url: `${url}${belongs ? '/home' : keptWordsPath}` },
    foot: say('mail.writer.foot'),
  });
  await mailer.send({ to: person.email, subject: title, language, ...mail });
}
