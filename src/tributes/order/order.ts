import type { Tx } from '#schema/database.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { saveMemorial } from '#memorials/memorials.ts';
import { clearPositions, listPlaces, type Place, savePositions } from '#tributes/order/positions.ts';

/** Where a memory goes: before or after the one beside it, or to a place among those its mover sees, from 1. */
export type Move = { id: string; to: 'earlier' | 'later' | number };

/**
 * The order after a move. Whoever moves sees only some of all memories: what they do not see stays where it
 * is among its neighbours, and is never told of. A place beyond the last is the last.
 */
export function afterMove(all: readonly string[], seen: ReadonlySet<string>, { id, to }: Move): string[] {
  const shown = all.filter((one) => seen.has(one));
  const from = shown.indexOf(id);
  if (from === -1) return [...all];
  const wanted = to === 'earlier' ? from - 1 : to === 'later' ? from + 1 : to - 1;
  const target = Math.max(0, Math.min(wanted, shown.length - 1));
  const beside = shown[target];
  if (target === from || beside === undefined) return [...all];
  const others = all.filter((one) => one !== id);
  return others.toSpliced(others.indexOf(beside) + (target > from ? 1 : 0), 0, id);
}

/**
 * Where a memory belongs in an order that was set by hand: right after the one that comes before it by
 * memory, else before the first that comes after it.
 */
export function placeAmong(ordered: readonly Place[], fresh: Place): string[] {
  const others = ordered.filter(({ id }) => id !== fresh.id);
  const byMemory = others.toSorted(compareMemories);
  const before = byMemory.findLast((one) => compareMemories(one, fresh) < 0);
  const after = byMemory.find((one) => compareMemories(one, fresh) > 0);
  const ids = others.map(({ id }) => id);
  const at = before ? ids.indexOf(before.id) + 1 : after ? ids.indexOf(after.id) : 0;
  return ids.toSpliced(at, 0, fresh.id);
}

/** Memories as they happened; of the same moment, as they were first published; never two the same. */
export function compareMemories(a: Place, b: Place): number {
  return (
    compare(a.happened, b.happened) || compare(a.firstPublishedAt, b.firstPublishedAt) || compare(a.id, b.id)
  );
}

/** The family sets the order by hand: from now on every memory of the page has its place. */
export async function moveMemories(
  tx: Tx,
  memorial: Memorial,
  seen: ReadonlySet<string>,
  moves: readonly Move[],
): Promise<void> {
  const places = await listPlaces(tx, memorial.id);
  const before = places.map(({ id }) => id);
  const order = moves.reduce((all, move) => afterMove(all, seen, move), before);
  if (order.every((id, at) => id === before[at])) return;
  await savePositions(tx, places, order);
  if (!memorial.byHand) await saveMemorial(tx, { ...memorial, byHand: true });
}

/** The memories stand in the order they happened again. */
export async function orderByMemory(tx: Tx, memorial: Memorial): Promise<void> {
  await clearPositions(tx, memorial.id);
  if (memorial.byHand) await saveMemorial(tx, { ...memorial, byHand: false });
}

/** A memory that readers have from now on takes its place, where the order was set by hand. */
export async function takePlace(tx: Tx, memorialId: string, tributeId: string): Promise<void> {
  const places = await listPlaces(tx, memorialId);
  const fresh = places.find(({ id }) => id === tributeId);
  const ordered = places.filter(({ position }) => position !== undefined);
  if (!fresh || fresh.position !== undefined || ordered.length === 0) return;
  await savePositions(tx, places, placeAmong(ordered, fresh));
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
