import { listParents } from '#families/families.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { stand } from '#memorials/rest.ts';
import type { Tx } from '#schema/database.ts';

/**
 * The host pauses a page: from now on nobody but its family sees it, and not a word of it is changed. Every
 * parent is told. A page that is paused already stays so since then.
 */
export async function pauseMemorial(
  tx: Tx,
  memorial: Memorial,
  by: { id: string },
  now: string,
): Promise<void> {
  if (memorial.pausedSince !== undefined) return;
  for (const { personId } of await listParents(tx, memorial.familyId))
    await tx.record({ pauseToTell: `${memorial.id} ${personId} ${by.id}` });
  await stand(tx, { ...memorial, pausedSince: now });
}

/** The page is as open again as its family has it. */
export async function endPause(tx: Tx, memorial: Memorial): Promise<void> {
  await stand(tx, { ...memorial, pausedSince: undefined });
}
