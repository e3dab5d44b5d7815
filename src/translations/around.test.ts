import { expect, test } from 'vitest';
import { emptyWords } from '#tributes/tribute.ts';
import { aroundOf, translatedWords } from '#translations/around.ts';

const photograph = { photographId: 'p1', after: 1, caption: 'The window', alternative: 'Snow on a sill' };
const words = {
  ...emptyWords('en', [{ personId: 'nora', as: 'Mama' }]),
  title: 'A year of you',
  text: 'One.\n\nTwo.',
  cover: '',
  photographs: [photograph, { ...photograph, after: 2 }],
  pointsTo: [
    { to: 't1', words: 'the day of that photograph' },
    { to: 't2', words: '' },
  ],
};

test('what stands around a text is told once, and only what says something', () => {
  expect(aroundOf(words)).toEqual([
    { part: 'title', text: 'A year of you' },
    { part: 'caption-p1', text: 'The window' },
    { part: 'alternative-p1', text: 'Snow on a sill' },
    { part: 'pointer-t1', text: 'the day of that photograph' },
  ]);
});

test('translated, everything stands where it stood, with the same names', () => {
  const translation = {
    language: 'tr',
    title: 'Seninle bir yıl',
    text: 'Bir.\n\nİki.',
    around: [
      { part: 'caption-p1', text: 'Pencere' },
      { part: 'pointer-t1', text: 'o fotoğrafın günü' },
    ],
  };
  expect(translatedWords(words, translation)).toEqual({
    ...words,
    language: 'tr',
    title: 'Seninle bir yıl',
    text: 'Bir.\n\nİki.',
    // Nobody translated what it shows: that stays, and so does a cover without words of its own.
    photographs: words.photographs.map((placed) => ({ ...placed, caption: 'Pencere' })),
    pointsTo: [
      { to: 't1', words: 'o fotoğrafın günü' },
      { to: 't2', words: '' },
    ],
  });
});
