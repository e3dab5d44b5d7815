import { may } from '#audiences/may.ts';
import { viewerOf } from '#audiences/viewer-of.ts';
import { NotFound } from '#http/refusals.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { findMemorial } from '#memorials/memorials.ts';
import type { Reader } from '#schema/database.ts';

/**
 * The memorial for somebody who keeps it (parents and keepers), who decides about it (parents), or who reads
 * what strangers write (parents and doorkeepers). For everybody else it is `NotFound`.
 */
export async function keptMemorial(
  db: Reader,
  person: { id: string },
  id: string | undefined,
  verb: 'keep' | 'decide' | 'screen' = 'keep',
): Promise<Memorial> {
  const memorial = await findMemorial(db, id ?? '');
  if (!memorial || !may(await viewerOf(db, person), verb, memorial.familyId)) throw new NotFound();
  return memorial;
}

/** The memorial as it is now, inside a transaction: a form may arrive after somebody else's. */
export async function asItIsNow(db: Reader, { id }: { id: string }): Promise<Memorial> {
  const memorial = await findMemorial(db, id);
  if (!memorial) throw new NotFound();
  return memorial;
}
