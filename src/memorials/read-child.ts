import { z } from 'zod';
import type { Fields } from '#http/fields.ts';
import { type FieldError, line, readForm } from '#http/forms.ts';
import { writingLanguages } from '#i18n/languages.ts';
import { type Memorial, palettes } from '#memorials/memorial.ts';
import { readDays } from '#memorials/read-days.ts';
import { readFacts } from '#memorials/read-facts.ts';
import { readNames } from '#memorials/read-names.ts';
import type { ReadChild } from '#memorials/read-part.ts';
import { readSiblings } from '#memorials/read-siblings.ts';
import { readVocabulary } from '#memorials/read-vocabulary.ts';
import { drawings } from '#ui/drawings.tsx';

const sentence = z.object({ sentence: line(500) });
const portrait = z.object({
  drawing: z.enum(drawings as unknown as [string, ...string[]]),
  palette: z.enum(palettes).optional(),
  'portrait-alternative': line(1000).optional(),
});

/**
 * Reads the whole form about a child; everything wrong in it is told at once. `others` are the other
 * memorials of the family, which a brother or sister can have. What a form does not ask stays as it is.
 */
export function readChild(fields: Fields, before: Memorial, others: readonly { id: string }[]): ReadChild {
  let memorial = before;
  const errors: Record<string, FieldError> = {};
  const readSome = (current: Fields, child: Memorial) => readSiblings(current, child, others);
  const parts = [readNames, readVocabulary, readSentence, readDays, readPortrait, readFacts, readSome];
  for (const read of parts) {
    const part = read(fields, memorial);
    if (part.ok) memorial = part.memorial;
    else Object.assign(errors, part.filled.errors);
  }
  if (Object.keys(errors).length > 0) return { ok: false, filled: { values: fields, errors } };
  return { ok: true, memorial };
}

/** Reads the drawing, the palette and what the portrait shows; the photograph itself comes as a file. */
function readPortrait(fields: Fields, memorial: Memorial): ReadChild {
  const read = readForm(portrait, fields);
  if (!read.ok) return read;
  const { drawing, palette = memorial.palette } = read.form;
  const portraitAlternative = read.form['portrait-alternative'] ?? memorial.portraitAlternative;
  const changed = { ...memorial, drawing, palette, portraitAlternative };
  return { ok: true, memorial: 'portrait-none' in fields ? { ...changed, portraitId: undefined } : changed };
}

/** Reads the sentence, and the language the family writes in. */
function readSentence(fields: Fields, memorial: Memorial): ReadChild {
  const read = readForm(sentence, fields);
  if (!read.ok) return read;
  const language = writingLanguages.find((tag) => tag === fields['language']) ?? memorial.language;
  return { ok: true, memorial: { ...memorial, language, sentence: read.form.sentence } };
}
