import { type Language, nearestLanguage } from '#i18n/languages.ts';
import { sayIn } from '#i18n/messages.ts';
import type { PartialDate } from '#lib/partial-date.ts';

/** Sets to choose from; each language says them in its own terms (`words.SET.WORD` in its file). */
export const wordSets = ['neutral', 'baby', 'little', 'stillborn', 'sleeping', 'star'] as const;
export type WordSet = (typeof wordSets)[number];

/** The words that every sentence about a child is made of, in forms that stand alone. */
export const vocabularyWords = ['baby', 'due', 'learned', 'born', 'died', 'farewell'] as const;
export type VocabularyWord = (typeof vocabularyWords)[number];

/** By language: the set that was chosen, and the family's own words over it. */
export type Vocabulary = {
  sets: Partial<Record<Language, WordSet>>;
  own: Partial<Record<string, Partial<Record<VocabularyWord, string>>>>;
};

/**
 * The words for a child in a language: the family's own where they gave them in that language, else
 * the set's that was chosen for it. Where none was, its neutral set, never another
 * language's word. Words that stand before a date fit it: “born on” a day, “born in” a month or year.
 */
export function wordsIn(
  vocabulary: Vocabulary,
  language: string,
  before?: PartialDate,
): Record<VocabularyWord, string> {
  const spoken = nearestLanguage(language);
  const say = sayIn(spoken);
  const set = vocabulary.sets[spoken] ?? 'neutral';
  const own = vocabulary.own[language] ?? {};
  const known = before && before.day === undefined ? 'less' : 'day';
  const words = vocabularyWords.map((word) => [word, own[word] ?? say(`words.${set}.${word}`, { known })]);
  return Object.fromEntries(words) as Record<VocabularyWord, string>;
}

/** What a set says in a language. */
export function setInWords(set: WordSet, language: Language = 'en'): string {
  const { baby, born, died } = wordsIn({ sets: { [language]: set }, own: {} }, language);
  return sayIn('en')('word-set.example', { baby, born, died });
}

/** What to call the child in a sentence: the name, else the family's word for their baby. */
export function calledIn(memorial: { called: string; vocabulary: Vocabulary }, language: string): string {
  return memorial.called || wordsIn(memorial.vocabulary, language).baby;
}

/** Reads our own columns. */
export function vocabularyFrom(sets: string, own: string): Vocabulary {
  // A set that another version of the program knew is the neutral one here.
  const known = Object.entries(JSON.parse(sets) as Record<string, string>).flatMap(([language, named]) => {
    const set = wordSets.find((one) => one === named);
    return set ? [[language, set]] : [];
  });
  return {
    sets: Object.fromEntries(known) as Vocabulary['sets'],
    own: JSON.parse(own) as Vocabulary['own'],
  };
}
