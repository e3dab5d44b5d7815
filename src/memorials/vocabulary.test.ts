import { describe, expect, test } from 'vitest';
import { interfaceLanguages, type Language, nearestLanguage, writingLanguages } from '#i18n/languages.ts';
import { readSentences, sayIn } from '#i18n/messages.ts';
import type { PartialDate } from '#lib/partial-date.ts';
import { wren } from '#test/cast.ts';
import {
  calledIn,
  type Vocabulary,
  type VocabularyWord,
  vocabularyFrom,
  vocabularyWords,
  type WordSet,
  wordsIn,
  wordSetsIn,
} from '#memorials/vocabulary.ts';

const english = readSentences('en');
const arabic = readSentences('ar');
/** What a set says of a word, in a language; the same as its sentence where nothing in that varies. */
const inSet = (language: Language, set: WordSet, word: VocabularyWord) =>
  sayIn(language)(`words.${set}.${word}`, { known: 'day' });
const star: Vocabulary = { sets: { en: 'star' }, own: {} };
const own: Vocabulary = {
  sets: { en: 'star' },
  own: { en: { baby: 'our little light', born: 'came on' }, ar: { baby: 'نورنا' } },
};

describe('the words for a child', () => {
  test('are the set chosen for a language, and the neutral set in every other', () => {
    expect(wordsIn(star, 'en').baby).toBe(english['words.star.baby']);
    expect(wordsIn(star, 'it').baby).toBe(english['words.star.baby']);
    expect(wordsIn(star, 'ar').baby).toBe(arabic['words.neutral.baby']);
    const both: Vocabulary = { sets: { en: 'star', ar: 'sleeping' }, own: {} };
    expect(wordsIn(both, 'ar').baby).toBe(arabic['words.sleeping.baby']);
    expect(wordsIn(both, 'en').baby).toBe(english['words.star.baby']);
  });

  test('are the family’s own where they gave them in that language, and there alone', () => {
    expect(wordsIn(own, 'en')).toMatchObject({
      baby: 'our little light',
      born: 'came on',
      died: english['words.star.died'],
    });
    expect(wordsIn(own, 'ar')).toMatchObject({ baby: 'نورنا', born: arabic['words.neutral.born'] });
  });

  test('are never another language’s, whatever the family writes in', () => {
    for (const family of writingLanguages) {
      for (const set of wordSetsIn(nearestLanguage(family))) {
        const given: Vocabulary = {
          sets: { [nearestLanguage(family)]: set },
          own: {
            [family]: Object.fromEntries(vocabularyWords.map((word) => [word, `own ${word} in ${family}`])),
          },
        };
        for (const language of interfaceLanguages) {
          const theirs = new Set(
            wordSetsIn(language).flatMap((known) =>
              vocabularyWords.map((word) => inSet(language, known, word)),
            ),
          );
          for (const word of vocabularyWords) {
            const said = wordsIn(given, language)[word];
            expect(language === family ? said : theirs.has(said), `${word} of ${family} in ${language}`).toBe(
              language === family ? `own ${word} in ${family}` : true,
            );
          }
        }
      }
    }
  });

  test('stand alone: each set has each word, in each language of the interface', () => {
    for (const language of interfaceLanguages) {
      const sentences = readSentences(language);
      const sets = wordSetsIn(language);
      expect(sets[0]).toBe('neutral');
      for (const set of sets) {
        for (const word of vocabularyWords) {
          const key = `words.${set}.${word}`;
          expect(sentences[key], `${key} in ${language}`).toMatch(
            language === 'ar' ? /\p{Script=Arabic}/u : /\p{L}/u,
          );
        }
        expect(sentences, language).toHaveProperty([`word-set.${set}`]);
      }
    }
  });
});

test('the words before a date fit how exactly it is known; the family’s own stay as they are', () => {
  const before = (vocabulary: Vocabulary, date: PartialDate) => wordsIn(vocabulary, 'en', date).born;
  expect(before(star, { year: 2023, month: 2, day: 14 })).toBe('born on');
  expect(before(star, { year: 2023, month: 2 })).toBe('born in');
  expect(before(star, { year: 2023 })).toBe('born in');
  expect(before(own, { year: 2023 })).toBe('came on');
});

test('Arabic sets speak of a child without saying whether it is a he or a she', () => {
  const verbs = /(?:^|\s)(?:وُ?لد|توف[يّ]|غفا|فارق|رحل|ودّعناه|كان)(?:\s|$)/u;
  for (const set of wordSetsIn('ar')) {
    for (const word of vocabularyWords) expect(inSet('ar', set, word), `${set} ${word}`).not.toMatch(verbs);
  }
});

test('a child is called by its name, and without one by the family’s word', () => {
  expect(calledIn({ called: wren.called, vocabulary: own }, 'ar')).toBe('Wren');
  expect(calledIn({ called: '', vocabulary: own }, 'en')).toBe('our little light');
  expect(calledIn({ called: '', vocabulary: star }, 'ar')).toBe(arabic['words.neutral.baby']);
});

test('a set that this version does not know is the neutral one', () => {
  expect(vocabularyFrom('{"en":"later","ar":"star"}', '{"en":{"baby":"our light"}}')).toEqual({
    sets: { ar: 'star' },
    own: { en: { baby: 'our light' } },
  });
});
