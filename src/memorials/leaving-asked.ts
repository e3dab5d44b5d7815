import type { Consent } from '#families/consents/consent.ts';
import { findConsent } from '#families/consents/consents.ts';
import { leavingOf } from '#memorials/leave.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { findNames } from '#people/people.ts';
import type { Reader } from '#schema/database.ts';

/** How it stands that a page is to go away, while its thirty days have not begun. */
export type LeavingAsked = Consent & {
  /** Who asked first, and who objected; empty where nobody did. */
  askedByName: string;
  objectedByName: string;
};

/** Nothing where nobody asked, or where it goes away already. */
export async function findLeaving(db: Reader, memorial: Memorial): Promise<LeavingAsked | undefined> {
  if (memorial.leavesAt !== undefined) return undefined;
  const consent = await findConsent(db, leavingOf(memorial));
  if (!consent) return undefined;
  const { wantedBy, objectedBy } = consent;
  const names = await findNames(db, [wantedBy[0] ?? '', objectedBy ?? '']);
  return {
    ...consent,
    askedByName: names.get(wantedBy[0] ?? '') ?? '',
    objectedByName: names.get(objectedBy ?? '') ?? '',
  };
}
