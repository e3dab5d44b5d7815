import { z } from 'zod';
import { type Filled, readForm, refusalOf, words as exactWords } from '#http/forms.ts';
import { writingLanguages } from '#i18n/languages.ts';
import { type DateRefusal, readDate } from '#lib/partial-date.ts';
import { placeMoved } from '#tributes/paragraphs.ts';
import type { Placed, Signature, Words } from '#tributes/tribute.ts';

const longestTitle = 300;
const longestText = 2_000_000;
const longestCaption = 2000;

const form = z.object({
  title: exactWords(longestTitle).transform((title) => title.replaceAll('\n', ' ')),
  text: exactWords(longestText),
  language: z.enum(writingLanguages as [string, ...string[]]).catch('en'),
});

/** What may stand under and in a letter: the family's parents, and its photographs so far. */
export type Around = { signers: readonly Signature[]; before: Words };

/**
 * Reads the sheet that a letter is written on. The text is exact. Photographs are those the draft
 * had, with what was typed about them and where they were put; one that was ticked to go is left out.
 */
export function readWords(
  fields: Readonly<Record<string, string>>,
  { signers, before }: Around,
): { ok: true; words: Words; filled: Filled } | { ok: false; filled: Filled } {
  const read = readForm(form, { ...fields });
  const date = readDate({
    year: fields['memory-year'] ?? '',
    month: fields['memory-month'] ?? '',
    day: fields['memory-day'] ?? '',
  });
  const errors = { ...read.filled.errors };
  if ('refused' in date) errors['memory'] = dateError(date.refused);
  const photographs = readPhotographs(fields, before, read.ok ? read.form.text : before.text);
  for (const { photographId, caption, alternative } of photographs) {
    for (const [name, typed] of [
      [`caption-${photographId}`, caption],
      [`alternative-${photographId}`, alternative],
    ] as const) {
      const refused = refusalOf(exactWords(longestCaption), typed);
      if (refused) errors[name] = refused;
    }
  }
  const filled: Filled = { values: fields, errors };
  if (!read.ok || 'refused' in date || Object.keys(errors).length > 0) return { ok: false, filled };
  const signed = signers.filter(({ personId }) => `signs-${personId}` in fields);
  return { ok: true, filled, words: { ...before, ...read.form, memory: date.date, signed, photographs } };
}

function dateError(refused: DateRefusal): { key: string } {
  return { key: `error.date-${refused}` };
}

function readPhotographs(fields: Readonly<Record<string, string>>, before: Words, text: string): Placed[] {
  // A page without scripts names the places as they were when it was shown; the text has moved since.
  const asShown = fields['places'] !== 'now';
  return before.photographs
    .filter(({ photographId }) => !(`remove-${photographId}` in fields))
    .map((placed) => {
      const { photographId } = placed;
      const asked = Number(fields[`after-${photographId}`] ?? placed.after);
      const after = Number.isSafeInteger(asked) && asked >= 0 ? asked : placed.after;
      return {
        photographId,
        after: asShown ? placeMoved(after, before.text, text) : after,
        caption: fields[`caption-${photographId}`] ?? placed.caption,
        alternative: fields[`alternative-${photographId}`] ?? placed.alternative,
      };
    });
}
