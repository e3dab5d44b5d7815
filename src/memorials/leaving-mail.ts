import { findConsent } from '#families/consents/consents.ts';
import { momentInWords } from '#i18n/dates.ts';
import { momentOnClock } from '#i18n/on-clock.ts';
import type { Language } from '#i18n/languages.ts';
import { sayIn } from '#i18n/messages.ts';
import { renderMail } from '#mail/render.tsx';
import { leavingOf } from '#memorials/leave.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { findMemorial } from '#memorials/memorials.ts';
import { leavingPath, memorialHomePath } from '#memorials/paths.ts';
import { findPerson } from '#people/people.ts';
import { languageOf } from '#people/person.ts';
import type { Reader } from '#schema/database.ts';
import type { Site } from '#schema/site.ts';

type Told = { what: 'asked' | 'leaving' | 'rest' | 'pause'; day: string; path: string };

/**
 * Tells a parent by mail that another one asked for a page to go away, or that its thirty days have begun:
 * until when it can be kept, and where. No name of a child is in it. Sends none when the page is kept by
 * now, or when there is no address. `told` is the ids of the memorial, of the parent, and of whoever asked,
 * with spaces between.
 */
export function mailLeaving(site: Site, told: string): Promise<void> {
  return mailParent(site, told, async (db, memorial, language) => {
    if (memorial.leavesAt !== undefined) {
      const day = momentInWords(memorial.leavesAt, language, memorial.zone || 'UTC');
      return { what: 'leaving', day, path: memorialHomePath(memorial) };
    }
    const consent = await findConsent(db, leavingOf(memorial));
    if (consent?.dueAt === undefined) return undefined;
    const day = momentOnClock(consent.dueAt, memorial.zone, language);
    return { what: 'asked', day, path: leavingPath(memorial) };
  });
}

/** The same of a page that another parent let rest; none when it has come back by now. */
export function mailRest(site: Site, told: string): Promise<void> {
  return mailParent(site, told, (_, memorial) =>
    Promise.resolve(
      memorial.restsSince === undefined
        ? undefined
        : { what: 'rest', day: '', path: memorialHomePath(memorial) },
    ),
  );
}

/** The same of a page that the host paused; none when it has come back by now. */
export function mailPause(site: Site, told: string): Promise<void> {
  return mailParent(site, told, (_, memorial) =>
    Promise.resolve(
      memorial.pausedSince === undefined
        ? undefined
        : { what: 'pause', day: '', path: memorialHomePath(memorial) },
    ),
  );
}

async function mailParent(
  { database, mailer, url }: Site,
  told: string,
  standing: (db: Reader, memorial: Memorial, language: Language) => Promise<Told | undefined>,
): Promise<void> {
  const [memorialId = '', personId = '', byId = ''] = told.split(' ');
  const { reader } = database;
  const [memorial, person, by] = await Promise.all([
    findMemorial(reader, memorialId),
    findPerson(reader, personId),
    findPerson(reader, byId),
  ]);
  if (!memorial || !person?.email || !by) return;
  const language = languageOf(person);
  const now = await standing(reader, memorial, language);
  if (!now) return;
  const say = sayIn(language);
  const values = { name: by.name, day: now.day };
  const title = say(`mail.${now.what}.title`, values);
  const mail = renderMail({
    language,
    title,
    paragraphs: [say(`mail.${now.what}.says`, values), say(`mail.${now.what}.keep`)],
    action: { label: say('mail.leaving.do'), url: `${url}${now.path}` },
    foot: say(`mail.${now.what}.foot`),
  });
  await mailer.send({ to: person.email, subject: title, language, ...mail });
}
