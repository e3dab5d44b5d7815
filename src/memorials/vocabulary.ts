import type { Say } from '#i18n/messages.ts';
import { nearestLanguage } from '#i18n/languages.ts';
import { sayIn } from '#i18n/messages.ts';
import type { PartialDate } from '#lib/partial-date.ts';

/** Sets to choose from; each language says them in its own terms (`words.SET.WORD` in its file). */
export const wordSets = ['neutral', 'baby', 'little', 'stillborn', 'sleeping', 'star'] as const;
type WordSet = (typeof wordSets)[number];

/** The words that every sentence about a child is made of, in forms that stand alone. */
export const vocabularyWords = ['baby', 'due', 'learned', 'born', 'died', 'farewell'] as const;
export type VocabularyWord = (typeof vocabularyWords)[number];

/** A set, and the family's own words over it, by language. */
export type Vocabulary = {
  set: WordSet;
  own: Partial<Record<string, Partial<Record<VocabularyWord, string>>>>;
};

/**
 * The words for a child in a language: the family's own where they gave them in that language, else
 * the chosen set's. In a language other than the family's, only its neutral set, never another
 * language's word. Words that stand before a date fit it: “born on” a day, “born in” a month or year.
 */
export function wordsIn(
  vocabulary: Vocabulary,
  language: string,
  familyLanguage: string,
  before?: PartialDate,
): Record<VocabularyWord, string> {
  const say: Say = sayIn(nearestLanguage(language));
  const set = nearestLanguage(language) === nearestLanguage(familyLanguage) ? vocabulary.set : 'neutral';
  const own = vocabulary.own[language] ?? {};
  const known = before && before.day === undefined ? 'less' : 'day';
  const words = vocabularyWords.map((word) => [word, own[word] ?? say(`words.${set}.${word}`, { known })]);
  return Object.fromEntries(words) as Record<VocabularyWord, string>;
}

/** What a set says, in the words of the interface that the family sees. */
export function setInWords(set: WordSet): string {
  const { baby, born, died } = wordsIn({ set, own: {} }, 'en', 'en');
  return sayIn('en')('word-set.example', { baby, born, died });
}

/** What to call the child in a sentence: the name, else the family's word for their baby. */
export function calledIn(
  memorial: { called: string; vocabulary: Vocabulary; language: string },
  language: string,
): string {
  return memorial.called || wordsIn(memorial.vocabulary, language, memorial.language).baby;
}

/** Reads our own columns. */
export function vocabularyFrom(set: string, own: string): Vocabulary {
  return {
    set: wordSets.find((known) => known === set) ?? 'neutral',
    own: JSON.parse(own) as Vocabulary['own'],
  };
}
