import type { Fields } from '#http/fields.ts';
import type { Tx } from '#schema/database.ts';
import { type Kept, keepDraft, type Save, wordsSoFar } from '#tributes/writing/keep-draft.ts';
import { readWords } from '#tributes/writing/read-words.ts';
import { emptyWords, type Tribute } from '#tributes/tribute.ts';

/**
 * Keeps what somebody had typed on a sheet that was still open when they stopped keeping the page: it is
 * theirs like the rest. Nothing new of the family's is read for it, and no photograph is added. Answers
 * nothing for words that cannot be kept.
 */
export async function keepWhereGone(
  tx: Tx,
  tribute: Tribute,
  fields: Fields,
  save: Omit<Save, 'words'>,
  now: string,
): Promise<Kept | undefined> {
  const before = (await wordsSoFar(tx, tribute, save.editor)) ?? emptyWords('en', []);
  const read = readWords(fields, {
    kind: tribute.kind,
    signers: before.signed,
    before,
    pointable: before.pointsTo.map(({ to }) => ({ id: to })),
    mayCover: false,
  });
  return read.ok ? keepDraft(tx, tribute, { ...save, words: read.words }, now) : undefined;
}
