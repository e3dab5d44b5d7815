import { languageHere } from '#i18n/spoken.ts';
import type { Viewer } from '#audiences/viewer.ts';
import { roleIn } from '#audiences/viewer.ts';
import type { Consent } from '#families/consents/consent.ts';
import { listConsents } from '#families/consents/consents.ts';
import { listOffersTo } from '#families/offers/offers.ts';
import { offerPath, removalPath, successionPath } from '#families/paths.ts';
import { keepsPages } from '#families/role.ts';
import type { Say } from '#i18n/messages.ts';
import { momentOnClock } from '#i18n/on-clock.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { leavingPath } from '#memorials/paths.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import { findNames } from '#people/people.ts';
import type { Reader } from '#schema/database.ts';

/** Something that is asked of a family or of one person, and where they can say a word to it, if they can. */
export type AskedThing = { says: string; path: string | undefined };

/**
 * What home tells everybody who keeps a family's pages: that a parent is to be one no longer, that somebody
 * asks to be one, or that a page is to go away, until when; and what is offered to this person. Only parents
 * can answer what is asked of the family.
 */
export async function readAsked(
  db: Reader,
  say: Say,
  viewer: Extract<Viewer, { kind: 'person' }>,
  memorials: readonly Memorial[],
): Promise<AskedThing[]> {
  const kept = [...viewer.roles].filter(([, role]) => keepsPages(role)).map(([id]) => id);
  const [consents, offers] = await Promise.all([listConsents(db, kept), listOffersTo(db, viewer.id)]);
  const open = consents.filter(({ wantedBy, dueAt, objectedBy }) => {
    const isBegun = dueAt === undefined && objectedBy === undefined;
    return wantedBy.length > 0 && !isBegun;
  });
  const names = await findNames(db, [
    ...open.flatMap(({ wantedBy, aboutId }) => [wantedBy[0] ?? '', aboutId]),
    ...offers.map(({ offeredBy }) => offeredBy),
  ]);
  return [
    ...open.map((consent) => ({
      says: say(...inWords(consent)),
      path: roleIn(viewer, consent.familyId) === 'parent' ? pathOf(consent) : undefined,
    })),
    ...offers.map((offer) => ({
      says: say(`asked.offer-${offer.what}`, { name: names.get(offer.offeredBy) ?? '' }),
      path: offerPath(offer),
    })),
  ];

  function inWords({ what, familyId, aboutId, wantedBy, dueAt }: Consent): Parameters<Say> {
    const memorial = memorials.find(({ id }) => id === aboutId);
    const zone = memorial?.zone || memorials.find((one) => one.familyId === familyId && one.zone)?.zone;
    const isOneself = aboutId === viewer.id;
    const values = {
      name: names.get(wantedBy[0] ?? '') ?? '',
      other: memorial ? calledIn(memorial, languageHere()) : (names.get(aboutId) ?? ''),
      day: dueAt ? momentOnClock(dueAt, zone ?? '') : '',
    };
    const key = `${what}${isOneself ? '-you' : ''}${dueAt ? '' : '-waits'}`;
    return [`asked.${key}`, values];
  }
}

function pathOf({ what, familyId, aboutId }: Consent): string {
  if (what === 'succession') return successionPath(familyId);
  return what === 'leaving' ? leavingPath({ id: aboutId }) : removalPath({ familyId, personId: aboutId });
}
