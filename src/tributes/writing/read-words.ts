import { z } from 'zod';
import { type Filled, line, readForm, words as exactWords } from '#http/forms.ts';
import { writingLanguages } from '#i18n/languages.ts';
import { type DateRefusal, readDate } from '#lib/partial-date.ts';
import { isSeen } from '#lib/seen.ts';
import { readCover } from '#tributes/covers/read-cover.ts';
import { readPhotographs } from '#tributes/writing/read-photographs.ts';
import { readPointers } from '#tributes/writing/read-pointers.ts';
import { keepsakes, type Signature, type TributeKind, type Words } from '#tributes/tribute.ts';

const longestTitle = 300;
const longestText = 2_000_000;
const longestLine = 500;

const form = z.object({
  // One that nobody could see would be a link without a word.
  title: exactWords(longestTitle).transform((title) => (isSeen(title) ? title.replaceAll('\n', ' ') : '')),
  text: exactWords(longestText),
  language: z.enum(writingLanguages as [string, ...string[]]).catch('en'),
  addressee: line(longestLine).optional(),
  place: line(longestLine).optional(),
  keepsake: z.enum(['', ...keepsakes]).optional(),
});

/** What may stand under and in a tribute: the family's parents, its photographs so far, what it can point to. */
export type Around = {
  kind: TributeKind;
  signers: readonly Signature[];
  before: Words;
  /** The tributes that its writer may see. */
  pointable: readonly { id: string }[];
  /** Covers are a parent's alone; what somebody else sends about them is not read. */
  mayCover: boolean;
};

/**
 * Reads the sheet that a tribute is written on. The text is exact. Photographs are those the draft
 * had, with what was typed about them and where they were put; one that was ticked to go is left out.
 * What the sheet of its kind does not ask stays as it was, and so does a date where only what was typed
 * there is refused: then `filled` says so, and the words can be kept nevertheless.
 */
export function readWords(
  fields: Readonly<Record<string, string>>,
  around: Around,
): { ok: true; words: Words; filled: Filled } | { ok: false; filled: Filled } {
  const { signers, before } = around;
  const read = readForm(form, { ...fields });
  const date = readDate({
    year: fields['memory-year'] ?? '',
    month: fields['memory-month'] ?? '',
    day: fields['memory-day'] ?? '',
  });
  const photographs = readPhotographs(fields, around, read.ok ? read.form.text : before.text);
  const pointers = readPointers(fields, around);
  const cover = around.mayCover ? readCover(fields, '', before.cover) : { cover: before.cover, errors: {} };
  const errors = { ...read.filled.errors, ...photographs.errors, ...pointers.errors, ...cover.errors };
  const isKeepable = Object.keys(errors).length === 0;
  if ('refused' in date) errors['memory'] = dateError(date.refused);
  const filled: Filled = { values: fields, errors };
  if (!read.ok || !isKeepable) return { ok: false, filled };
  const { title, text, language } = read.form;
  const words: Words = {
    ...before,
    title,
    text,
    language,
    addressee: read.form.addressee ?? before.addressee,
    place: read.form.place ?? before.place,
    keepsake: read.form.keepsake ?? before.keepsake,
    memory: 'refused' in date ? before.memory : date.date,
    signed: signers.filter(({ personId }) => `signs-${personId}` in fields),
    photographs: photographs.placed,
    pointsTo: pointers.pointsTo,
    cover: cover.cover,
  };
  return { ok: true, filled, words };
}

function dateError(refused: DateRefusal): { key: string } {
  return { key: `error.date-${refused}` };
}
