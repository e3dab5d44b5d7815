import type { Device } from '#people/devices/device.ts';
import type { Reader, Tx } from '#schema/database.ts';
import { withPendingNames } from '#tributes/signing/ask-to-sign.ts';
import { findDrafts, removeDraft, saveDraft } from '#tributes/writing/drafts.ts';
import { countSave, findOwnTribute } from '#tributes/tributes.ts';
import { findVersion } from '#tributes/versions/versions.ts';
import { saysTheSame, type Tribute, type Words } from '#tributes/tribute.ts';

/** A save as it comes from a page: the words, the save they began from, and which open page wrote them. */
export type Save = { words: Words; beganFrom: number; editor: string; device: Device };

/** Where a save went, and the count that the next save of its page begins from. */
export type Kept = { kept: 'draft' | 'beside'; revision: number };

/**
 * Keeps what was typed. A save that began from the latest one becomes the draft, and so does the next save
 * of the page that wrote the latest one, even if no answer reached it. One from an older version (another
 * phone, a tab left open) is kept beside and never over it.
 */
export async function keepDraft(tx: Tx, tribute: Tribute, save: Save, now: string): Promise<Kept> {
  const { words, editor, device } = save;
  const { draft, beside } = await findDrafts(tx, tribute.id);
  const latest = (await findOwnTribute(tx, tribute.writerId, tribute.id)) ?? tribute;
  // The same words again (a double click, a retry on a bad line) are no other words.
  if (draft && saysTheSame(draft, words)) return { kept: 'draft', revision: latest.revision };
  const fresh = { ...words, id: editor, tributeId: tribute.id, device, updatedAt: now };
  if (!beside.some(({ id }) => id === editor)) {
    // A draft is called by the page that wrote it last.
    const beganFrom = draft?.id === editor ? latest.revision : save.beganFrom;
    if (await countSave(tx, tribute.id, beganFrom)) {
      if (draft && draft.id !== editor) await removeDraft(tx, tribute.id, draft.id);
      await saveDraft(tx, { ...fresh, beside: false, beganFrom }, tribute.writerId);
      return { kept: 'draft', revision: beganFrom + 1 };
    }
  }
  await saveDraft(tx, { ...fresh, beside: true, beganFrom: save.beganFrom }, tribute.writerId);
  return { kept: 'beside', revision: save.beganFrom };
}

/** The words that a page's next save changes: those kept beside for it, the draft, or what readers have. */
export async function wordsSoFar(db: Reader, tribute: Tribute, editor?: string): Promise<Words | undefined> {
  const { draft, beside } = await findDrafts(db, tribute.id);
  const written = beside.find(({ id }) => id === editor) ?? draft;
  return written ?? withPendingNames(db, tribute.id, await findVersion(db, tribute.id, tribute.version));
}
