import { findConsent } from '#families/consents/consents.ts';
import { type News, newsFrom } from '#families/news.ts';
import { listOffersTo } from '#families/offers/offers.ts';
import { familyOfPath, offerPath, removalPath, successionPath } from '#families/paths.ts';
import { zoneOfFamily } from '#families/zone.ts';
import { momentOnClock } from '#i18n/on-clock.ts';
import type { Language } from '#i18n/languages.ts';
import { sayIn } from '#i18n/messages.ts';
import { renderMail } from '#mail/render.tsx';
import { findPerson } from '#people/people.ts';
import { languageOf } from '#people/person.ts';
import type { Reader } from '#schema/database.ts';
import type { Site } from '#schema/site.ts';

/**
 * Sends what `tell` left behind: one mail to one person. No name of a child is in it. Sends none when what
 * was asked is over by now, or when there is no address.
 */
export async function mailNews({ database, mailer, url }: Site, told: string): Promise<void> {
  const news = newsFrom(told);
  if (!news) throw new Error('Nobody knows what this tells.');
  const { reader } = database;
  const to = await findPerson(reader, news.toId);
  if (!to?.email) return;
  const language = languageOf(to);
  const say = sayIn(language);
  const [about, by, now] = await Promise.all([
    findPerson(reader, news.aboutId),
    findPerson(reader, news.byId),
    whereItStands(reader, news, language),
  ]);
  if (!now) return;
  // Whoever it is about reads of themselves.
  const key = news.aboutId === news.toId ? `${news.what}-you` : news.what;
  const words = { name: by?.name ?? '', other: about?.name ?? '', day: now.day };
  const title = say(`mail.family.${key}.title`, words);
  const mail = renderMail({
    language,
    title,
    paragraphs: [say(`mail.family.${key}.says`, words)],
    action: { label: say(`mail.family.${now.does}`), url: `${url}${now.path}` },
    foot: say('mail.family.foot'),
  });
  await mailer.send({ to: to.email, subject: title, language, ...mail });
}

type Standing = { day: string; does: 'look' | 'answer' | 'home'; path: string };

/** Where the news leads, and until when; nothing where it is no news any more. */
async function whereItStands(
  db: Reader,
  news: News & { toId: string },
  language: Language,
): Promise<Standing | undefined> {
  const { what, familyId, aboutId, toId } = news;
  if (what === 'removal-asked') {
    const consent = await findConsent(db, { familyId, what: 'removal', aboutId });
    if (consent?.dueAt === undefined) return undefined;
    return {
      day: momentOnClock(consent.dueAt, await zoneOfFamily(db, familyId), language),
      does: 'answer',
      path: removalPath({ familyId, personId: aboutId }),
    };
  }
  if (what === 'succession-asked') {
    const consent = await findConsent(db, { familyId, what: 'succession', aboutId });
    if (consent?.dueAt === undefined) return undefined;
    const day = momentOnClock(consent.dueAt, await zoneOfFamily(db, familyId), language);
    return { day, does: 'answer', path: successionPath(familyId) };
  }
  if (what === 'offer-parent' || what === 'offer-successor') {
    const open = await listOffersTo(db, toId);
    const one = open.find((offer) => offer.familyId === familyId && what === `offer-${offer.what}`);
    return one && { day: '', does: 'answer', path: offerPath(one) };
  }
  if (what === 'removed' && aboutId === toId) return { day: '', does: 'home', path: '/home' };
  return { day: '', does: 'look', path: familyOfPath(familyId) };
}
