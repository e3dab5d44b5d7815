import type { Tx } from '#schema/database.ts';
import { markBesideBinned } from '#tributes/bin/binned.ts';
import { findDrafts, saveDraft } from '#tributes/writing/drafts.ts';
import { countSave, findOwnTribute } from '#tributes/tributes.ts';
import type { Tribute } from '#tributes/tribute.ts';

/**
 * What its writer decided about words kept beside a draft. Used, they become the draft, and what was
 * the draft is kept beside them in turn; left, they go into the bin. A choice made twice changes nothing more.
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
  if (choice === 'leave') return markBesideBinned(tx, chosen, now);
  // Each keeps its name, so that a page that is still open goes on in its own words.
  if (draft) await saveDraft(tx, { ...draft, beside: true }, tribute.writerId);
  await saveDraft(tx, { ...chosen, beside: false, updatedAt: now }, tribute.writerId);
  const latest = await findOwnTribute(tx, tribute.writerId, tribute.id);
  if (latest) await countSave(tx, tribute.id, latest.revision);
}
