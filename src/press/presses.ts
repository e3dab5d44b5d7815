import type { Reader, Tx } from '#schema/database.ts';
import type { Tables } from '#schema/tables.ts';
import type { Press } from '#press/press.ts';

/** What a family says to the press, whether or not it is shown: whoever asks this decides that. */
export async function findPress(db: Reader, memorialId: string): Promise<Press | undefined> {
  const row = await db
    .selectFrom('press')
    .innerJoin('memorial', 'memorial.id', 'press.memorial_id')
    .selectAll('press')
    .select('memorial.for_press')
    .where('press.memorial_id', '=', memorialId)
    .executeTakeFirst();
  if (!row) return undefined;
  const { uses, credit, contact, terms, language, revision } = row;
  return { memorialId, shown: row.for_press === 1, uses, credit, contact, terms, language, revision };
}

/**
 * Keeps what a family says to the press as the save after the one that `press.revision` names. Answers false,
 * and changes nothing, where somebody has saved since.
 */
export async function savePress(tx: Tx, press: Press, by: { id: string }, now: string): Promise<boolean> {
  const { memorialId, shown, revision, ...said } = press;
  const row = { ...said, revision: revision + 1, changed_by: by.id, changed_at: now };
  const isSaved = revision === 0 ? await add(tx, memorialId, row) : await change(tx, press, row);
  if (isSaved)
    await tx
      .updateTable('memorial')
      .set({ for_press: Number(shown) })
      .where('id', '=', memorialId)
      .execute();
  return isSaved;
}

type Saved = Omit<Tables['press'], 'memorial_id'>;

async function add(tx: Tx, memorialId: string, row: Saved): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('press')
    .values({ memorial_id: memorialId, ...row })
    .onConflict((conflict) => conflict.column('memorial_id').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

async function change(tx: Tx, { memorialId, revision }: Press, row: Saved): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('press')
    .set(row)
    .where('memorial_id', '=', memorialId)
    .where('revision', '=', revision)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** Erases all that is kept for the press about a memorial that goes away for good. */
export async function erasePressOf(tx: Tx, memorialId: string): Promise<void> {
  for (const table of ['correction', 'released_photograph', 'press'] as const)
    await tx.deleteFrom(table).where('memorial_id', '=', memorialId).execute();
}
