import { isLanguage, type Language, nearestLanguage } from '#i18n/languages.ts';
import { sayIn, sentencesOf } from '#i18n/messages.ts';
import type { PartialDate } from '#lib/partial-date.ts';

/** The set that every language has; it is used where none was chosen. */
export const neutralSet = 'neutral';
/** The name of a set, as it stands in the file of its language. */
export type WordSet = string;

const found = new Map<Language, readonly WordSet[]>();

/**
 * The sets that one language offers, the neutral one first: those that its own file has the words of
 * (`words.SET.WORD`). A language may lack some of another's, and have some that no other knows.
 */
export function wordSetsIn(language: Language): readonly WordSet[] {
  let sets = found.get(language);
  if (!sets) {
    const named = Object.keys(sentencesOf(language)).flatMap(
      (key) => /^words\.([a-z-]+)\.baby$/.exec(key)?.[1] ?? [],
    );
    found.set(language, (sets = [neutralSet, ...named.filter((set) => set !== neutralSet)]));
  }
  return sets;
}

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
  const set = vocabulary.sets[spoken] ?? neutralSet;
  const own = vocabulary.own[language] ?? {};
  const known = before && before.day === undefined ? 'less' : 'day';
  const words = vocabularyWords.map((word) => [word, own[word] ?? say(`words.${set}.${word}`, { known })]);
  return Object.fromEntries(words) as Record<VocabularyWord, string>;
}

/** What a set is called, in the language that its words are in: no other may have a name for it. */
export function nameOfSet(set: WordSet, language: Language): string {
  return sayIn(language)(`word-set.${set}`);
}

/** What a set says in a language. */
export function setInWords(set: WordSet, language: Language): string {
  const { baby, born, died } = wordsIn({ sets: { [language]: set }, own: {} }, language);
  return sayIn(language)('word-set.example', { baby, born, died });
}

/** What to call the child in a sentence: the name, else the family's word for their baby. */
export function calledIn(memorial: { called: string; vocabulary: Vocabulary }, language: string): string {
  return memorial.called || wordsIn(memorial.vocabulary, language).baby;
}

/** Reads our own columns. */
export function vocabularyFrom(sets: string, own: string): Vocabulary {
  // A set that another version of the program knew is the neutral one here.
  const known = Object.entries(JSON.parse(sets) as Record<string, string>).flatMap(([language, named]) => {
    return isLanguage(language) && wordSetsIn(language).includes(named) ? [[language, named]] : [];
  });
  return {
    sets: Object.fromEntries(known) as Vocabulary['sets'],
    own: JSON.parse(own) as Vocabulary['own'],
  };
}
