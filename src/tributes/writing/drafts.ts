import { NotFound } from '#http/refusals.ts';
import type { Reader, Tx } from '#schema/database.ts';
import { draftFrom, tributeFrom, wordsRow } from '#tributes/tribute-rows.ts';
import type { Draft, Tribute, TributeKind } from '#tributes/tribute.ts';

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

/** What a person began for a child and left without a word, if there is such a thing. */
export async function findUnwritten(
  db: Reader,
  by: { personId: string; memorialId: string; kind: TributeKind; onlyForMe: boolean },
): Promise<Tribute | undefined> {
  const row = await db
    .selectFrom('tribute')
    .innerJoin('draft', 'draft.tribute_id', 'tribute.id')
    .selectAll('tribute')
    .where('tribute.memorial_id', '=', by.memorialId)
    .where('tribute.writer_id', '=', by.personId)
    .where('tribute.kind', '=', by.kind)
    .where('tribute.only_for_me', '=', Number(by.onlyForMe))
    .where('tribute.version', '=', 0)
    .where('tribute.binned_at', 'is', null)
    .where((eb) => eb.and({ 'draft.title': '', 'draft.text': '', 'draft.addressee': '', 'draft.place': '' }))
    .where((eb) => eb.and({ 'draft.keepsake': '', 'draft.photographs': '[]', 'draft.points_to': '[]' }))
    .where('draft.memory', 'is', null)
    .where('draft.cover', 'is', null)
    // What was kept beside it are words.
    .where('tribute.id', 'not in', (beside) =>
      beside
        .selectFrom('draft')
        .select('tribute_id')
        .where('writer_id', '=', by.personId)
        .where('beside', '=', 1),
    )
    .orderBy('tribute.created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && tributeFrom(row);
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
    browser: draft.device.browser,
    machine: draft.device.machine,
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
