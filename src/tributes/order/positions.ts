import type { Viewer } from '#audiences/viewer.ts';
import type { Reader, Tx } from '#schema/database.ts';
import { headed, type Headed, headedFrom } from '#tributes/headed.ts';
import { type In, inOrder, visible } from '#tributes/tributes.ts';

/** Where a memory stands: when it happened (`whenHappened`), and its position where that was set by hand. */
export type Place = {
  id: string;
  happened: string;
  firstPublishedAt: string;
  position: number | undefined;
};

/** Every published memory of a memorial as it is read, whoever may see it. */
export async function listPlaces(db: Reader, memorialId: string): Promise<Place[]> {
  const places = db
    .selectFrom('tribute')
    .select(['id', 'happened', 'first_published_at', 'position'])
    .where('memorial_id', '=', memorialId)
    .where('published_at', 'is not', null)
    .where('binned_at', 'is', null);
  const rows = await inOrder(places).execute();
  return rows.map((row) => ({
    id: row.id,
    happened: row.happened,
    firstPublishedAt: row.first_published_at ?? '',
    position: row.position ?? undefined,
  }));
}

/** The memories that a viewer may see, as they are read, by what is needed to name them. */
export async function listHeads(db: Reader, viewer: Viewer, memorial: In): Promise<Headed[]> {
  const rows = await headed(inOrder(visible(db, viewer, memorial))).execute();
  return rows.map(headedFrom);
}

/** Gives the memories their positions in this order, from 1; those that keep theirs are not written. */
export async function savePositions(
  tx: Tx,
  places: readonly Place[],
  order: readonly string[],
): Promise<void> {
  const known = new Map(places.map(({ id, position }) => [id, position]));
  for (const [at, id] of order.entries()) {
    if (known.get(id) === at + 1) continue;
    await tx
      .updateTable('tribute')
      .set({ position: at + 1 })
      .where('id', '=', id)
      .execute();
  }
}

/** No memory of the memorial has a position set by hand any more, those that are taken back included. */
export async function clearPositions(tx: Tx, memorialId: string): Promise<void> {
  await tx
    .updateTable('tribute')
    .set({ position: null })
    .where('memorial_id', '=', memorialId)
    .where('position', 'is not', null)
    .execute();
}
