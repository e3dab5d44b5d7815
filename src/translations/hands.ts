import { listFormat } from '#i18n/formats.ts';
import { isSeen } from '#lib/seen.ts';

/**
 * Of a translated part, whose words it is made of beside those of whoever translates now: the names of those who
 * had it before, in the order in which they came; `asGiven` where nothing of it was changed since.
 */
export type Hands = { by?: readonly string[]; asGiven?: true };

type Part = Hands & { text: string; byMachine?: true };
type Standing = {
  language: string;
  translator: string;
  paragraphs: readonly (Part & { gone?: true })[];
  around: readonly Part[];
};

/** Both as they stand in a part; nothing where it has neither. */
export const handsOf = ({ by, asGiven }: Hands): Hands => ({
  ...(by && { by }),
  ...(asGiven && { asGiven }),
});

/** A part as whoever goes on with it finds it: what its translator wrote or changed bears their name. */
export function given<One extends Part>(one: One, translator: string): One {
  const { by = [] } = one;
  if (!isSeen(one.text) || one.byMachine || one.asGiven) return one;
  return { ...one, by: [...new Set([...by, translator])], asGiven: true };
}

/** Whose words a translation is made of as it stands, in the order in which they came. */
function translatorsOf({ translator, paragraphs, around }: Standing): string[] {
  const parts = [...around, ...paragraphs.filter(({ gone }) => !gone)];
  return [...new Set([...parts.flatMap(({ by = [] }) => by), translator])];
}

/** Those who translated before, where words of theirs stand. */
export const beforeNow = (translation: Standing): string[] =>
  translatorsOf(translation).filter((name) => name !== translation.translator);

/** The names of all of them as they stand beneath a translation, joined as its own language joins names. */
export const namedBeneath = (translation: Standing): string =>
  listFormat(translation.language, { type: 'conjunction' }).format(translatorsOf(translation));
