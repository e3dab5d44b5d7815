import { type FieldError, refusalOf, words as exactWords } from '#http/forms.ts';
import type { Pointer, Words } from '#tributes/tribute.ts';

const longestWords = 500;

type Around = { before: Words; pointable: readonly { id: string }[] };

/**
 * Reads what a sheet says the tribute belongs to (`points-to-N`, `points-words-N`). Only what its writer
 * may see can be chosen; what is hidden from the writer today is not on the sheet and stays as it was.
 */
export function readPointers(
  fields: Readonly<Record<string, string>>,
  { before, pointable }: Around,
): { pointsTo: Pointer[]; errors: Record<string, FieldError> } {
  const rows = Object.keys(fields)
    .map((name) => /^points-to-(\d{1,3})$/.exec(name)?.[1])
    .filter((row) => row !== undefined);
  if (rows.length === 0) return { pointsTo: before.pointsTo, errors: {} };
  const offered = new Set(pointable.map(({ id }) => id));
  const hidden = before.pointsTo.filter(({ to }) => !offered.has(to));
  const chosen = new Map<string, string>();
  const errors: Record<string, FieldError> = {};
  for (const row of rows) {
    const to = fields[`points-to-${row}`] ?? '';
    const words = fields[`points-words-${row}`] ?? '';
    if (to === '') continue;
    const refused = refusalOf(exactWords(longestWords), words);
    if (refused) errors[`points-words-${row}`] = refused;
    // Withdrawn while the sheet was open, it is kept as it stood; anything else was not on the sheet.
    const known = offered.has(to) || before.pointsTo.some((pointer) => pointer.to === to);
    if (!known) errors[`points-to-${row}`] = { key: 'error.choice' };
    else if (!chosen.has(to)) chosen.set(to, words);
  }
  const pointsTo = [...chosen].map(([to, words]) => ({ to, words }));
  return { pointsTo: [...pointsTo, ...hidden.filter(({ to }) => !chosen.has(to))], errors };
}

/** The ids that a sheet, or what it began from, names: those whose readers have to be asked about. */
export function namedPointers(fields: Readonly<Record<string, string>>, before: Words): string[] {
  const chosen = Object.entries(fields)
    .filter(([name, to]) => name.startsWith('points-to-') && to !== '')
    .map(([, to]) => to);
  return [...before.pointsTo.map(({ to }) => to), ...chosen];
}
