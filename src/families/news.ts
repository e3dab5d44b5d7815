import { listParents } from '#families/families.ts';
import type { Tx } from '#schema/database.ts';

/** What the people of a family are told by mail, where they have an address. */
const happenings = [
  'removal-asked',
  'removal-taken-back',
  'removal-objected',
  'removed',
  'left',
  'succeeded',
  'offer-parent',
  'offer-successor',
  'became-parent',
  'successor-accepted',
  'succession-asked',
  'succession-declined',
  'succession-taken-back',
  'succession',
] as const;
type Happening = (typeof happenings)[number];

export type News = {
  what: Happening;
  familyId: string;
  /** Whom it is about, and who did it. */
  aboutId: string;
  byId: string;
};

/** Tells somebody by a mail of their own, after this transaction. */
export async function tell(tx: Tx, { what, familyId, aboutId, byId }: News, toId: string): Promise<void> {
  await tx.record({ familyToTell: [what, familyId, aboutId, byId, toId].join(' ') });
}

/** The same to every parent there is now, but for those who know it. */
export async function tellParents(tx: Tx, news: News, ...knowing: readonly string[]): Promise<void> {
  for (const { personId } of await listParents(tx, news.familyId)) {
    if (!knowing.includes(personId)) await tell(tx, news, personId);
  }
}

/** Reads what `tell` left behind; nothing for what it never left. */
export function newsFrom(told: string): (News & { toId: string }) | undefined {
  const [happening, familyId = '', aboutId = '', byId = '', toId = ''] = told.split(' ');
  const what = happenings.find((known) => known === happening);
  return what && { what, familyId, aboutId, byId, toId };
}
