import type { Tx } from '#schema/database.ts';
import { eraseTribute } from '#tributes/bin/bin.ts';
import { listAllOf } from '#tributes/bin/binned.ts';

/** Erases every tribute of a memorial that goes away for good, whoever wrote it and wherever it stands. */
export async function eraseTributesOf(tx: Tx, memorialId: string): Promise<void> {
  for (const id of await listAllOf(tx, memorialId)) await eraseTribute(tx, id);
}
