import { stepOf } from '#audiences/step-of.ts';
import { listMembers } from '#families/families.ts';
import { instantAfter } from '#lib/instant.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { saveMemorial } from '#memorials/memorials.ts';
import { showPicturesWithin } from '#photographs/photographs.ts';
import type { Tx } from '#schema/database.ts';

/** How long a page that was asked to go away is still kept. */
export const daysBeforeLeaving = 30;

/**
 * From now on nobody but the family sees the page, whatever it is open to; everything on it stays. A page
 * that rests already goes on resting since then.
 */
export function restMemorial(tx: Tx, memorial: Memorial, now: string): Promise<Memorial> {
  return stand(tx, { ...memorial, restsSince: memorial.restsSince ?? now });
}

/** The page comes back to what it was open to. */
export function returnMemorial(tx: Tx, memorial: Memorial): Promise<Memorial> {
  return stand(tx, { ...memorial, restsSince: undefined });
}

/**
 * The page goes away for good after thirty days; readers see nothing of it from now on. Every other parent
 * is told, and may keep it. Asked again, it leaves no later and no earlier than was said first, and nobody
 * is told twice.
 */
export async function leaveMemorial(
  tx: Tx,
  memorial: Memorial,
  askedBy: { id: string },
  now: string,
): Promise<Memorial> {
  if (memorial.leavesAt !== undefined) return memorial;
  for (const { personId, role } of await listMembers(tx, memorial.familyId)) {
    if (role === 'parent' && personId !== askedBy.id)
      await tx.record({ leavingToTell: `${memorial.id} ${personId} ${askedBy.id}` });
  }
  return stand(tx, { ...memorial, leavesAt: instantAfter(now, { days: daysBeforeLeaving }) });
}

/** The page is kept after all, and stands as it stood before: still resting, if it was. */
export function keepMemorial(tx: Tx, memorial: Memorial): Promise<Memorial> {
  return stand(tx, { ...memorial, leavesAt: undefined });
}

async function stand(tx: Tx, memorial: Memorial): Promise<Memorial> {
  await saveMemorial(tx, memorial);
  await showPicturesWithin(tx, memorial.id, stepOf(memorial));
  return memorial;
}
