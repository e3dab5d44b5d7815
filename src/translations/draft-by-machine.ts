import { isSeen } from '#lib/seen.ts';
import type { DraftRefusal } from '#machine/drafter.ts';
import type { Site } from '#schema/site.ts';
import { withTyped } from '#translations/translate.ts';
import { translationToDecide } from '#translations/translating.ts';
import { fieldsBeside, type Translated, type Translation } from '#translations/translation.ts';
import { saveTranslation } from '#translations/translations.ts';

/** Whether a machine can still begin a translation: nobody has written in it. */
export const isUnwritten = ({ revision }: Translation): boolean => revision === 0;

/**
 * A parent has a machine write the first draft of a translation in which nothing stands yet. Its words leave
 * for where the host set that up. What comes back is marked, stands before the translator alone, and cannot
 * be offered before they have made each part of it theirs. Awaits the network, outside of any transaction.
 */
export async function draftByMachine(
  { database, drafter }: Site,
  person: { id: string },
  id: string | undefined,
): Promise<'drafted' | { refused: DraftRefusal | 'changed-since' }> {
  const { translation, original } = await translationToDecide(database.reader, person, id);
  if (!isUnwritten(translation)) return { refused: 'changed-since' };
  if (!drafter) return { refused: 'unreachable' };
  const rows = fieldsBeside(original, translation);
  const texts = rows.map((row) => row.original.replace(/^\n+/, ''));
  const answer = await drafter.draft(texts, { from: original.language, to: translation.language });
  if ('refused' in answer) return answer;
  const drafts = Object.fromEntries(rows.map(({ field }, at) => [field, answer.drafts[at] ?? '']));
  return database.write(async (tx) => {
    const now = await translationToDecide(tx, person, id);
    const isSame = isUnwritten(now.translation) && now.original.number === original.number;
    if (!isSame) return { refused: 'changed-since' };
    const written = asMachines(withTyped(now.translation, original, { texts: drafts, fits: new Set() }));
    await saveTranslation(tx, { ...now.translation, ...written, ofVersion: original.number, revision: 1 });
    return 'drafted';
  });
}

/** Everything that says something is a machine's until a person makes it theirs. */
function asMachines({ paragraphs, around }: Translated): Translated {
  const marked = <T extends { original: string; text: string }>(one: T): T & { byMachine?: true } =>
    isSeen(one.original) && isSeen(one.text) ? { ...one, byMachine: true } : one;
  return { paragraphs: paragraphs.map(marked), around: around.map(marked) };
}
