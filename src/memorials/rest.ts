import { stepOf } from '#audiences/step-of.ts';
import { listParents } from '#families/families.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { saveMemorial } from '#memorials/memorials.ts';
import { showPicturesWithin } from '#photographs/photographs.ts';
import type { Tx } from '#schema/database.ts';

/**
 * From now on nobody but the family sees the page, whatever it is open to; everything on it stays. Every
 * other parent is told, and can let it come back. A page that rests already goes on resting since then.
 */
export async function restMemorial(
  tx: Tx,
  memorial: Memorial,
  by: { id: string },
  now: string,
): Promise<Memorial> {
  if (memorial.restsSince !== undefined) return memorial;
  for (const { personId } of await listParents(tx, memorial.familyId)) {
    if (personId !== by.id) await tx.record({ restToTell: `${memorial.id} ${personId} ${by.id}` });
  }
  return stand(tx, { ...memorial, restsSince: now });
}

/** The page comes back to what it was open to. */
export function returnMemorial(tx: Tx, memorial: Memorial): Promise<Memorial> {
  return stand(tx, { ...memorial, restsSince: undefined });
}

/** Keeps a page as it stands from now on; its pictures reach exactly as far. */
export async function stand(tx: Tx, memorial: Memorial): Promise<Memorial> {
  await saveMemorial(tx, memorial);
  await showPicturesWithin(tx, memorial.id, stepOf(memorial));
  return memorial;
}
