import { sha256Of } from '#lib/exact-text.ts';
import { isSeen } from '#lib/seen.ts';
import type { Tx } from '#schema/database.ts';
import { addApproved } from '#translations/approved.ts';
import { namedBeneath } from '#translations/hands.ts';
import { textOf, type Translation } from '#translations/translation.ts';
import { saveTranslation } from '#translations/translations.ts';

type Refused = { refused: 'changed-since' };

/**
 * A parent approves what they read, which was offered at that save of it: from now on readers have it. It
 * is a version, and never changed. Refused when other words are there by now, or it is offered no longer.
 */
export async function approveTranslation(
  tx: Tx,
  translation: Translation,
  by: { id: string; revision: number },
  now: string,
): Promise<'approved' | Refused> {
  if (!isAsRead(translation, by)) return { refused: 'changed-since' };
  const { id, version, ofVersion, tributeId, language } = translation;
  const number = version + 1;
  const words = approvedWords(translation);
  const approved = {
    translationId: id,
    tributeId,
    language,
    number,
    ofVersion,
    translator: namedBeneath(translation),
    ...words,
  };
  await addApproved(tx, { ...approved, sha256: sha256Of(words.text), publishedAt: now }, by.id);
  const open = { offeredAt: undefined, note: undefined, withdrawnAt: undefined, handedOnAt: undefined };
  await saveTranslation(tx, { ...translation, ...open, version: number });
  await tx.record({ translationAnswered: `${id} approved` });
  return 'approved';
}

/** What stands in a translation, as a version keeps it. */
export function approvedWords({ paragraphs, around }: Translation) {
  const seen = around.filter(({ text }) => isSeen(text));
  return {
    title: seen.find(({ part }) => part === 'title')?.text ?? '',
    text: textOf(paragraphs),
    around: seen.flatMap(({ part, text }) => (part === 'title' ? [] : [{ part, text }])),
  };
}

/** A parent gives it back, with a few words to its translator or without. Refused in the same way. */
export async function returnTranslation(
  tx: Tx,
  translation: Translation,
  by: { note: string; revision: number },
): Promise<'returned' | Refused> {
  if (!isAsRead(translation, by)) return { refused: 'changed-since' };
  await saveTranslation(tx, { ...translation, offeredAt: undefined, note: by.note });
  await tx.record({ translationAnswered: `${translation.id} returned` });
  return 'returned';
}

const isAsRead = ({ offeredAt, revision }: Translation, read: { revision: number }): boolean =>
  offeredAt !== undefined && revision === read.revision;

/** Takes what was approved away from readers. Every version stays kept for the family. */
export async function withdrawTranslation(tx: Tx, translation: Translation, now: string): Promise<void> {
  if (translation.version > 0 && translation.withdrawnAt === undefined)
    await saveTranslation(tx, { ...translation, withdrawnAt: now });
}

/** Readers have it again, as it was approved last. */
export async function bringBackTranslation(tx: Tx, translation: Translation): Promise<void> {
  await saveTranslation(tx, { ...translation, withdrawnAt: undefined });
}
