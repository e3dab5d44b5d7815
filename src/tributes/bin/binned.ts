import type { Reader, Tx } from '#schema/database.ts';
import { draftFrom } from '#tributes/tribute-rows.ts';
import type { Draft, Words } from '#tributes/tribute.ts';

/** What lies in the bin, with the words it would come back with: a whole tribute, or words from beside a draft. */
export type Binned = { what: 'tribute' | 'beside'; draft: Draft; binnedAt: string };

/** What a person put into the bin, the latest first. */
export async function listBinned(db: Reader, personId: string): Promise<Binned[]> {
  const rows = await db
    .selectFrom('draft')
    .innerJoin('tribute', 'tribute.id', 'draft.tribute_id')
    .selectAll('draft')
    .select('tribute.binned_at as tribute_binned_at')
    .where('draft.writer_id', '=', personId)
    .where((eb) =>
      eb.or([
        eb.and([eb('draft.beside', '=', 0), eb('tribute.binned_at', 'is not', null)]),
        // What was beside a tribute that went into the bin comes back with it.
        eb.and([eb('draft.binned_at', 'is not', null), eb('tribute.binned_at', 'is', null)]),
      ]),
    )
    .execute();
  return rows
    .map((row): Binned => {
      const draft = draftFrom(row);
      if (row.tribute_binned_at !== null) return { what: 'tribute', draft, binnedAt: row.tribute_binned_at };
      return { what: 'beside', draft, binnedAt: row.binned_at ?? '' };
    })
    .toSorted((a, b) => (a.binnedAt === b.binnedAt ? 0 : a.binnedAt < b.binnedAt ? 1 : -1));
}

export async function markBinned(
  tx: Tx,
  tributeId: string,
  binned: { at: string; by: string } | undefined,
): Promise<void> {
  await tx
    .updateTable('tribute')
    .set({ binned_at: binned?.at ?? null, binned_by: binned?.by ?? null })
    .where('id', '=', tributeId)
    .execute();
}

/** Puts words from beside a draft into the bin, or back beside it. */
export async function markBesideBinned(
  tx: Tx,
  draft: { id: string; tributeId: string },
  at: string | undefined,
): Promise<void> {
  await tx
    .updateTable('draft')
    .set({ binned_at: at ?? null })
    .where('id', '=', draft.id)
    .where('tribute_id', '=', draft.tributeId)
    .where('beside', '=', 1)
    .execute();
}

/** What lies in the bin since before an instant, whoever put it there. */
export async function listBinnedBefore(
  db: Reader,
  before: string,
): Promise<{ tributes: string[]; drafts: { id: string; tributeId: string }[] }> {
  const [tributes, drafts] = await Promise.all([
    db.selectFrom('tribute').select('id').where('binned_at', '<', before).execute(),
    db.selectFrom('draft').select(['id', 'tribute_id']).where('binned_at', '<', before).execute(),
  ]);
  return {
    tributes: tributes.map(({ id }) => id),
    drafts: drafts.map((row) => ({ id: row.id, tributeId: row.tribute_id })),
  };
}

/** Every tribute of a memorial, wherever it stands. */
export async function listAllOf(db: Reader, memorialId: string): Promise<string[]> {
  const rows = await db.selectFrom('tribute').select('id').where('memorial_id', '=', memorialId).execute();
  return rows.map(({ id }) => id);
}

/** Removes every row that a tribute has in this area. The rows of its pictures go before. */
export async function eraseRows(tx: Tx, id: string): Promise<void> {
  await tx
    .deleteFrom('tribute_pointer')
    .where((eb) => eb.or([eb('from_id', '=', id), eb('to_id', '=', id)]))
    .execute();
  for (const table of ['signing', 'approval', 'schedule', 'draft', 'tribute_version'] as const)
    await tx
      .deleteFrom(table as 'draft')
      .where('tribute_id', '=', id)
      .execute();
  await tx.deleteFrom('tribute').where('id', '=', id).execute();
}

/** The photographs that a tribute names anywhere: in its drafts, its versions, and what is set for later. */
export async function photographsOf(db: Reader, tributeId: string): Promise<Set<string>> {
  return named(db, tributeId);
}

/** The photographs that any tribute names anywhere. */
export async function photographsOfAll(db: Reader): Promise<Set<string>> {
  return named(db);
}

async function named(db: Reader, tributeId?: string): Promise<Set<string>> {
  const [drafts, versions, schedules] = await Promise.all([
    db
      .selectFrom('draft')
      .select('photographs')
      .where('photographs', '<>', '[]')
      .$if(tributeId !== undefined, (query) => query.where('tribute_id', '=', tributeId ?? ''))
      .execute(),
    db
      .selectFrom('tribute_version')
      .select('photographs')
      .where('photographs', '<>', '[]')
      .$if(tributeId !== undefined, (query) => query.where('tribute_id', '=', tributeId ?? ''))
      .execute(),
    db
      .selectFrom('schedule')
      .select('words')
      .$if(tributeId !== undefined, (query) => query.where('tribute_id', '=', tributeId ?? ''))
      .execute(),
  ]);
  const placed = [
    ...[...drafts, ...versions].map(({ photographs }) => JSON.parse(photographs) as Words['photographs']),
    ...schedules.map(({ words }) => (JSON.parse(words) as Words).photographs),
  ];
  return new Set(placed.flat().map(({ photographId }) => photographId));
}
