import type { Viewer } from '#audiences/viewer.ts';
import type { Reader, Tx } from '#schema/database.ts';
import { headed, type Headed, headedFrom } from '#tributes/headed.ts';
import type { Pointer } from '#tributes/tribute.ts';
import { type In, visible } from '#tributes/tributes.ts';

/** The other end of a pointer, for a page that shows one end: it points there, or it is pointed at from there. */
export type Pointed = { other: Headed; words: string; leads: 'there' | 'here' };

/**
 * What a published tribute points to and what points to it, in one query that begins with what the viewer
 * may see of the other ends: whatever else there is leaves no trace.
 */
export async function listPointed(
  db: Reader,
  viewer: Viewer,
  memorial: In,
  tribute: { id: string },
): Promise<Pointed[]> {
  const { id } = tribute;
  const rows = await headed(visible(db, viewer, memorial))
    .innerJoin('tribute_pointer', (join) =>
      join.on((eb) =>
        eb.or([
          eb.and([eb('from_id', '=', id), eb('to_id', '=', eb.ref('tribute.id'))]),
          eb.and([eb('to_id', '=', id), eb('from_id', '=', eb.ref('tribute.id'))]),
        ]),
      ),
    )
    .where('tribute.id', '<>', id)
    .select(['tribute_pointer.words', 'tribute_pointer.from_id'])
    .orderBy('tribute.happened')
    .orderBy('tribute.id')
    .orderBy('tribute_pointer.from_id')
    .execute();
  return rows
    .map((row): Pointed => ({
      other: headedFrom(row),
      words: row.words,
      leads: row.from_id === id ? 'there' : 'here',
    }))
    .toSorted((a, b) => Number(a.leads === 'here') - Number(b.leads === 'here'));
}

/** What a tribute can point to: all others of the memorial that the viewer may see, in the order they happened. */
export async function listPointable(
  db: Reader,
  viewer: Viewer,
  memorial: In,
  tribute: { id: string },
): Promise<Headed[]> {
  const rows = await headed(visible(db, viewer, memorial))
    .where('tribute.id', '<>', tribute.id)
    .orderBy('tribute.happened')
    .orderBy('tribute.id')
    .execute();
  return rows.map(headedFrom);
}

/** The same of these ids alone: which of them a tribute can point to. */
export async function choosePointable(
  db: Reader,
  viewer: Viewer,
  memorial: In,
  tribute: { id: string },
  ids: readonly string[],
): Promise<{ id: string }[]> {
  if (ids.length === 0) return [];
  return visible(db, viewer, memorial)
    .where('tribute.id', 'in', ids)
    .where('tribute.id', '<>', tribute.id)
    .select('tribute.id')
    .execute();
}

/** What a tribute points to from now on. Only tributes of the same memorial are kept. */
export async function savePointers(
  tx: Tx,
  from: { id: string; memorialId: string },
  pointers: readonly Pointer[],
): Promise<void> {
  await tx.deleteFrom('tribute_pointer').where('from_id', '=', from.id).execute();
  for (const { to, words } of pointers) {
    const known = await tx
      .selectFrom('tribute')
      .select('id')
      .where('id', '=', to)
      .where('memorial_id', '=', from.memorialId)
      .executeTakeFirst();
    if (!known || to === from.id) continue;
    await tx
      .insertInto('tribute_pointer')
      .values({ from_id: from.id, to_id: to, words })
      .onConflict((conflict) => conflict.columns(['from_id', 'to_id']).doUpdateSet({ words }))
      .execute();
  }
}
