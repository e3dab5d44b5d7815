import { randomUUIDv7 } from 'node:crypto';
import type { Tx } from '#schema/database.ts';
import { countSave, findDrafts, saveDraft } from '#tributes/tributes.ts';
import { saysTheSame, type Tribute, type Words } from '#tributes/tribute.ts';

/** A save as it comes from a page: the words, the save they began from, and which open page wrote them. */
export type Save = { words: Words; beganFrom: number; editor: string; device: string };

/**
 * Keeps what was typed. A save that began from the latest one becomes the draft; one from an older
 * version (another phone, a tab left open) is kept beside it and never over it. Answers the count that
 * the next save of that page begins from.
 */
export async function keepDraft(
  tx: Tx,
  tribute: Tribute,
  save: Save,
  now: string,
): Promise<{ kept: 'draft' | 'beside'; revision: number }> {
  const { words, beganFrom, editor, device } = save;
  const { draft, beside } = await findDrafts(tx, tribute.id);
  const fresh = { ...words, tributeId: tribute.id, device, updatedAt: now };
  // The same words again (a double click, a retry on a bad line) are no other words.
  if (draft && saysTheSame(draft, words)) return { kept: 'draft', revision: tribute.revision };
  const alreadyBeside = beside.some(({ id }) => id === editor);
  if (!alreadyBeside && (await countSave(tx, tribute.id, beganFrom))) {
    const id = draft?.id ?? randomUUIDv7();
    await saveDraft(tx, { ...fresh, id, beside: false, beganFrom }, tribute.writerId);
    return { kept: 'draft', revision: beganFrom + 1 };
  }
  await saveDraft(tx, { ...fresh, id: editor, beside: true, beganFrom }, tribute.writerId);
  return { kept: 'beside', revision: beganFrom };
}
