import { randomUUIDv7 } from 'node:crypto';
import type { Tx } from '#schema/database.ts';
import { countSave, findDrafts, removeDraft, saveDraft } from '#tributes/tributes.ts';
import type { Tribute } from '#tributes/tribute.ts';

/**
 * What its writer decided about words kept beside a draft. Used, they become the draft, and what was
 * the draft is kept beside them in turn; left, they go. A choice made twice changes nothing more.
 */
export async function settleBeside(
  tx: Tx,
  tribute: Tribute,
  besideId: string,
  choice: 'use' | 'leave',
  now: string,
): Promise<void> {
  const { draft, beside } = await findDrafts(tx, tribute.id);
  const chosen = beside.find(({ id }) => id === besideId);
  if (!chosen) return;
  await removeDraft(tx, tribute.id, chosen.id);
  if (choice === 'leave') return;
  if (draft) await saveDraft(tx, { ...draft, id: randomUUIDv7(), beside: true }, tribute.writerId);
  const id = draft?.id ?? randomUUIDv7();
  await saveDraft(tx, { ...chosen, id, beside: false, updatedAt: now }, tribute.writerId);
  await countSave(tx, tribute.id, tribute.revision);
}
