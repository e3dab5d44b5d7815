import { asItIsNow } from '#memorials/kept-memorial.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { saveMemorial } from '#memorials/memorials.ts';
import { showPortrait } from '#memorials/portrait.ts';
import type { ReadChild } from '#memorials/read-part.ts';
import { addPhotograph, type Taken } from '#photographs/receive.ts';
import type { Tx } from '#schema/database.ts';

/**
 * Saves what a form changes in the memorial as it is now (it may have been closed while the form
 * arrived), with the portrait that came with it. Throws when the form cannot be read any more.
 */
export async function keepChild(
  tx: Tx,
  before: { id: string },
  change: (current: Memorial) => ReadChild,
  taken: Taken | undefined,
  now: string,
): Promise<Memorial> {
  const changed = change(await asItIsNow(tx, before));
  if (!changed.ok) throw new Error('A form that was read before cannot be read now.');
  if (taken) await addPhotograph(tx, taken, now);
  const kept = taken ? { ...changed.memorial, portraitId: taken.photograph.id } : changed.memorial;
  await saveMemorial(tx, kept);
  await showPortrait(tx, kept);
  return kept;
}
