import type { Reader, Tx } from '#schema/database.ts';
import { headed, type Headed, headedFrom } from '#tributes/headed.ts';
import { laidFrom } from '#tributes/tribute-rows.ts';
import type { LaidCover, Words } from '#tributes/tribute.ts';

/** The covers that parents laid beside the words of a tribute, those that were taken off as well. */
export async function findLaid(db: Reader, tributeId: string): Promise<LaidCover[]> {
  const row = await db
    .selectFrom('laid_cover')
    .select('covers')
    .where('tribute_id', '=', tributeId)
    .executeTakeFirst();
  return laidFrom(row?.covers ?? null);
}

/** Words of a tribute that no reader has yet, with the covers that will lie over them. */
export async function withLaid<T extends Words>(db: Reader, tributeId: string, words: T): Promise<T> {
  return { ...words, laid: await findLaid(db, tributeId) };
}

/** Keeps the covers beside a tribute's words; `told` says whether its writer knows of them, and else stays. */
export async function saveLaid(
  tx: Tx,
  tributeId: string,
  covers: readonly LaidCover[],
  { told }: { told?: boolean } = {},
): Promise<void> {
  const row = { covers: JSON.stringify(covers), ...(told === undefined ? {} : { told: Number(told) }) };
  await tx
    .insertInto('laid_cover')
    .values({ tribute_id: tributeId, told: 0, ...row })
    .onConflict((conflict) => conflict.column('tribute_id').doUpdateSet(row))
    .execute();
}

/** What somebody wrote and readers have, where they were not told yet what parents laid over it. */
export async function listUntold(
  db: Reader,
  writerId: string,
): Promise<(Headed & { memorialId: string; laid: LaidCover[] })[]> {
  const rows = await headed(db.selectFrom('tribute'))
    .innerJoin('laid_cover', 'laid_cover.tribute_id', 'tribute.id')
    .select(['tribute.memorial_id', 'laid_cover.covers'])
    .where('tribute.writer_id', '=', writerId)
    .where('tribute.published_at', 'is not', null)
    .where('tribute.binned_at', 'is', null)
    .where('laid_cover.told', '=', 0)
    .orderBy('tribute.id')
    .execute();
  return rows.map(({ memorial_id, covers, ...row }) => ({
    ...headedFrom(row),
    memorialId: memorial_id,
    laid: laidFrom(covers),
  }));
}

export async function markTold(tx: Tx, tributeIds: readonly string[]): Promise<void> {
  await tx.updateTable('laid_cover').set({ told: 1 }).where('tribute_id', 'in', tributeIds).execute();
}
