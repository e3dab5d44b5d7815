import { randomUUIDv7 } from 'node:crypto';
import type { Reader, Tx } from '#schema/database.ts';
import type { Passage } from '#words/passage.ts';

/** A passage that its family chose to be quoted, by its place in one version of the original. */
export type ReadyQuotation = { id: string; version: number; passage: Passage };

/** What a family chose of one tribute, from whichever version, in the order of the words. */
export async function listReady(db: Reader, tributeId: string): Promise<ReadyQuotation[]> {
  const rows = await db
    .selectFrom('ready_quotation')
    .select(['id', 'version', 'text_from', 'text_to'])
    .where('tribute_id', '=', tributeId)
    .orderBy('version')
    .orderBy('text_from')
    .orderBy('text_to')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    passage: { from: row.text_from, to: row.text_to },
  }));
}

/** Keeps a choice; the same passage is chosen once. */
export async function addReady(
  tx: Tx,
  of: { tributeId: string; version: number; passage: Passage },
  by: { id: string },
  now: string,
): Promise<void> {
  await tx
    .insertInto('ready_quotation')
    .values({
      id: randomUUIDv7(),
      tribute_id: of.tributeId,
      version: of.version,
      text_from: of.passage.from,
      text_to: of.passage.to,
      chosen_by: by.id,
      chosen_at: now,
    })
    .onConflict((conflict) => conflict.columns(['tribute_id', 'version', 'text_from', 'text_to']).doNothing())
    .execute();
}

export async function removeReady(tx: Tx, tributeId: string, id: string): Promise<void> {
  await tx.deleteFrom('ready_quotation').where('tribute_id', '=', tributeId).where('id', '=', id).execute();
}
