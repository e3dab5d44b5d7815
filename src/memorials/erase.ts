import { removeConsent } from '#families/consents/consents.ts';
import { leavingOf } from '#memorials/leave.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { eraseRows, findMemorial, listLeft } from '#memorials/memorials.ts';
import { hidePictures } from '#photographs/photographs.ts';
import type { Tx } from '#schema/database.ts';
import type { Site } from '#schema/site.ts';

/** How an area below erases everything that it keeps in a memorial. */
export type EraseWithin = (tx: Tx, memorialId: string) => Promise<void>;

/**
 * Erases every memorial whose thirty days are over, each in a transaction of its own, so that one that is
 * kept after all at the last moment stays. `within` erases what other areas keep in it.
 */
export async function eraseLeftMemorials(
  { database, now }: Pick<Site, 'database' | 'now'>,
  within: readonly EraseWithin[],
): Promise<void> {
  const at = now();
  for (const id of await listLeft(database.reader, at)) {
    await database.write(async (tx) => {
      const memorial = await findMemorial(tx, id);
      if (memorial?.leavesAt !== undefined && memorial.leavesAt <= at)
        await eraseMemorial(tx, memorial, within);
    });
  }
}

/**
 * Erases a memorial for good, with its days, names, addresses and everything in it. A brother or sister who
 * linked to it keeps the name that was given there. Its photographs follow after, unless something else
 * shows them.
 */
async function eraseMemorial(tx: Tx, memorial: Memorial, within: readonly EraseWithin[]): Promise<void> {
  const { id, portraitId } = memorial;
  for (const erase of within) await erase(tx, id);
  await hidePictures(tx, { memorialId: id, tributeId: undefined });
  await removeConsent(tx, leavingOf(memorial));
  await eraseRows(tx, id);
  if (portraitId !== undefined) await tx.record({ photographsLeft: portraitId });
}
