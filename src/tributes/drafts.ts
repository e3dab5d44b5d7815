import { NotFound } from '#http/refusals.ts';
import type { Reader, Tx } from '#schema/database.ts';
import { draftFrom, tributeFrom, wordsRow } from '#tributes/tribute-rows.ts';
import type { Draft, Tribute } from '#tributes/tribute.ts';

/** What a person is writing or has changed and not published, newest first, with the words so far. */
export async function listDrafts(db: Reader, personId: string): Promise<(Draft & { tribute: Tribute })[]> {
  const rows = await db
    .selectFrom('draft')
    .selectAll()
    .where('writer_id', '=', personId)
    .where('beside', '=', 0)
    .where('tribute_id', 'not in', (binned) =>
      binned
        .selectFrom('tribute')
        .select('id')
        .where('writer_id', '=', personId)
        .where('binned_at', 'is not', null),
    )
    .orderBy('updated_at', 'desc')
    .limit(200)
    .execute();
  if (rows.length === 0) return [];
  const tributes = await db
    .selectFrom('tribute')
    .selectAll()
    .where(
      'id',
      'in',
      rows.map((row) => row.tribute_id),
    )
    .execute();
  const byId = new Map(tributes.map((row) => [row.id, tributeFrom(row)]));
  return rows.map((row) => ({ ...draftFrom(row), tribute: byId.get(row.tribute_id)! }));
}

/** The draft of a tribute, and those kept beside it; not what was kept beside and lies in the bin. */
export async function findDrafts(
  db: Reader,
  tributeId: string,
): Promise<{ draft: Draft | undefined; beside: Draft[] }> {
  const rows = await db
    .selectFrom('draft')
    .selectAll()
    .where('tribute_id', '=', tributeId)
    .where('binned_at', 'is', null)
    .orderBy('updated_at')
    .execute();
  const drafts = rows.map(draftFrom);
  return { draft: drafts.find(({ beside }) => !beside), beside: drafts.filter(({ beside }) => beside) };
}

/** Writes a draft. Throws `NotFound` when its id is that of a draft of another tribute. */
export async function saveDraft(tx: Tx, draft: Draft, writerId: string): Promise<void> {
  const row = {
    ...wordsRow(draft),
    tribute_id: draft.tributeId,
    writer_id: writerId,
    beside: Number(draft.beside),
    began_from: draft.beganFrom,
    device: draft.device,
    updated_at: draft.updatedAt,
    // Whoever goes on writing has not thrown it away.
    binned_at: null,
  };
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('draft')
    .values({ id: draft.id, ...row })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet(row).where('draft.tribute_id', '=', draft.tributeId),
    )
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows !== 1n) throw new NotFound();
}

export async function removeDraft(tx: Tx, tributeId: string, id: string): Promise<void> {
  await tx.deleteFrom('draft').where('tribute_id', '=', tributeId).where('id', '=', id).execute();
}
