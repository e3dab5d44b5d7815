import type { Viewer } from '#audiences/viewer.ts';
import { NotFound } from '#http/refusals.ts';
import type { Reader, Tx } from '#schema/database.ts';
import { headed, type Headed, headedFrom } from '#tributes/headed.ts';
import { publishedFrom } from '#tributes/tribute-rows.ts';
import { type In, seen, visible } from '#tributes/tributes.ts';
import type { Published } from '#tributes/tribute.ts';

// A chapter that was never put anywhere stands after those that were, in the order they came.
const atTheEnd = 1_000_000_000;

/** The chapters of a memorial's story that a viewer may see, in the order they are told. */
export async function listChapters(db: Reader, viewer: Viewer, memorial: In): Promise<Published[]> {
  const rows = await seen(db, viewer, memorial)
    .where('tribute.kind', '=', 'chapter')
    .orderBy((eb) => eb.fn.coalesce('tribute.chapter', eb.lit(atTheEnd)))
    .orderBy('tribute.first_published_at')
    .orderBy('tribute.id')
    .execute();
  return rows.map(publishedFrom);
}

/** The same without their words, to lead from one to the next. */
export async function listChapterHeads(db: Reader, viewer: Viewer, memorial: In): Promise<Headed[]> {
  const rows = await headed(visible(db, viewer, memorial))
    .where('tribute.kind', '=', 'chapter')
    .orderBy((eb) => eb.fn.coalesce('tribute.chapter', eb.lit(atTheEnd)))
    .orderBy('tribute.first_published_at')
    .orderBy('tribute.id')
    .execute();
  return rows.map(headedFrom);
}

/**
 * Puts a chapter one place earlier or later among those that the viewer sees; the others keep their order,
 * the ones the viewer does not see too. The first cannot go earlier, nor the last later: nothing changes.
 * Throws `NotFound` for a chapter that the viewer may not see.
 */
export async function moveChapter(
  tx: Tx,
  viewer: Viewer,
  memorial: In,
  id: string,
  to: 'earlier' | 'later',
): Promise<void> {
  const sees = (await listChapterHeads(tx, viewer, memorial)).map((chapter) => chapter.id);
  const at = sees.indexOf(id);
  if (at === -1) throw new NotFound();
  const neighbour = sees[to === 'earlier' ? at - 1 : at + 1];
  if (neighbour === undefined) return;
  const rows = await tx
    .selectFrom('tribute')
    .select(['id', 'chapter'])
    .where('memorial_id', '=', memorial.id)
    .where('kind', '=', 'chapter')
    .where('first_published_at', 'is not', null)
    .orderBy((eb) => eb.fn.coalesce('chapter', eb.lit(atTheEnd)))
    .orderBy('first_published_at')
    .orderBy('id')
    .execute();
  const order = rows.map((row) => row.id).filter((one) => one !== id);
  order.splice(order.indexOf(neighbour) + Number(to === 'later'), 0, id);
  for (const [index, chapter] of order.entries()) {
    if (rows.find((row) => row.id === chapter)?.chapter === index + 1) continue;
    await tx
      .updateTable('tribute')
      .set({ chapter: index + 1 })
      .where('id', '=', chapter)
      .execute();
  }
}
