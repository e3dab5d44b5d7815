import { z } from 'zod';
import { type FieldError, type Filled, line, readForm, refusalOf, ticked } from '#http/forms.ts';
import { writingLanguages } from '#i18n/languages.ts';
import { type DateFields, readDate } from '#lib/partial-date.ts';
import { type Day, type DayKind, dayKinds } from '#memorials/day.ts';
import { type Memorial, palettes } from '#memorials/memorial.ts';
import { type VocabularyWord, vocabularyWords, wordSets } from '#memorials/vocabulary.ts';
import { drawings } from '#ui/drawings.tsx';

type Fields = Readonly<Record<string, string>>;
export type ReadChild = { ok: true; memorial: Memorial } | { ok: false; filled: Filled };

const name = z.object({ called: line(200) });
const dayWords = line(200);
const sentence = z.object({ sentence: line(500) });
const portrait = z.object({
  drawing: z.enum(drawings as unknown as [string, ...string[]]),
  palette: z.enum(palettes).optional(),
  'portrait-alternative': line(1000).optional(),
});

/** Reads what we call you. */
export function readName(fields: Fields, memorial: Memorial): ReadChild {
  const read = readForm(name, { ...fields });
  return read.ok ? { ok: true, memorial: { ...memorial, called: read.form.called } } : read;
}

/** Reads the days of the child: one of each kind, `day-KIND-…`; what is left empty is no day. */
export function readDays(fields: Fields, memorial: Memorial): ReadChild {
  const errors: Record<string, FieldError> = {};
  const days: Day[] = [];
  for (const kind of dayKinds) {
    const read = readDay(fields, kind, memorial);
    if ('errors' in read) Object.assign(errors, read.errors);
    else if (read.day) days.push(read.day);
  }
  if (Object.keys(errors).length > 0) return { ok: false, filled: { values: fields, errors } };
  return { ok: true, memorial: { ...memorial, days } };
}

/** Reads only the days that a page asked for; the others stay as they are. */
export function readSomeDays(fields: Fields, memorial: Memorial, kinds: readonly DayKind[]): ReadChild {
  const read = readDays(fields, memorial);
  if (!read.ok) return read;
  const kept = memorial.days.filter(({ kind }) => !kinds.includes(kind));
  const asked = read.memorial.days.filter(({ kind }) => kinds.includes(kind));
  return { ok: true, memorial: { ...memorial, days: [...kept, ...asked] } };
}

/** Reads the words this family uses: a set, and their own over it in the memorial's language. */
export function readVocabulary(fields: Fields, memorial: Memorial): ReadChild {
  const shape = Object.fromEntries(vocabularyWords.map((word) => [`own-${word}`, line(100).optional()]));
  const read = readForm(z.object({ 'word-set': z.enum(wordSets), ...shape }), { ...fields });
  if (!read.ok) return read;
  const typed = read.form as Record<string, string | undefined>;
  const own: Partial<Record<VocabularyWord, string>> = {};
  for (const word of vocabularyWords) {
    const ours = typed[`own-${word}`];
    if (ours) own[word] = ours;
  }
  const vocabulary = {
    set: read.form['word-set'],
    own: { ...memorial.vocabulary.own, [memorial.language]: own },
  };
  return { ok: true, memorial: { ...memorial, vocabulary } };
}

/** Reads the drawing, the palette and what the portrait shows; the photograph itself comes as a file. */
export function readPortrait(fields: Fields, memorial: Memorial): ReadChild {
  const read = readForm(portrait, { ...fields });
  if (!read.ok) return read;
  const { drawing, palette = memorial.palette } = read.form;
  const portraitAlternative = read.form['portrait-alternative'] ?? memorial.portraitAlternative;
  const changed = { ...memorial, drawing, palette, portraitAlternative };
  return { ok: true, memorial: 'portrait-none' in fields ? { ...changed, portraitId: undefined } : changed };
}

/** Reads the sentence, and the language the family writes in. */
export function readSentence(fields: Fields, memorial: Memorial): ReadChild {
  const read = readForm(sentence, { ...fields });
  if (!read.ok) return read;
  const language = writingLanguages.find((tag) => tag === fields['language']) ?? memorial.language;
  return { ok: true, memorial: { ...memorial, language, sentence: read.form.sentence } };
}

function readDay(
  fields: Fields,
  kind: DayKind,
  memorial: Memorial,
): { day: Day | undefined } | { errors: Record<string, FieldError> } {
  const field = (part: string): string => fields[`day-${kind}-${part}`] ?? '';
  const parts: DateFields = {
    year: field('year'),
    month: field('month'),
    day: field('day'),
    time: field('time'),
  };
  const date = readDate(parts);
  const wrongWords = refusalOf(dayWords, field('words'));
  if ('refused' in date || wrongWords) {
    return {
      errors: {
        ...('refused' in date ? { [`day-${kind}`]: { key: `error.date-${date.refused}` } } : {}),
        ...(wrongWords ? { [`day-${kind}-words`]: wrongWords } : {}),
      },
    };
  }
  if (!date.date) return { day: undefined };
  const before = memorial.days.find((day) => day.kind === kind);
  const shown =
    `day-${kind}-asked` in fields ? ticked.parse(fields[`day-${kind}-shown`]) : (before?.shown ?? true);
  return {
    day: {
      id: before?.id ?? crypto.randomUUID(),
      kind,
      date: date.date,
      words: dayWords.parse(field('words')),
      place: before?.place ?? '',
      shown,
    },
  };
}
