import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { letter } from '#test/cast.ts';
import { compareTexts, type Stretch } from '#tributes/versions/compare.ts';
import { countWork } from '#test/worked.ts';

const told = (stretches: readonly Stretch[]): string =>
  stretches
    .map(({ kind, text }) => (kind === 'same' ? text : `${kind === 'gone' ? '[-' : '[+'}${text}]`))
    .join('');
const side = (stretches: readonly Stretch[], other: 'gone' | 'came'): string =>
  stretches
    .filter(({ kind }) => kind !== other)
    .map(({ text }) => text)
    .join('');

describe('two versions of a letter', () => {
  test.each([
    ['You were here.', 'You were here.', 'en', 'You were here.'],
    ['', 'You were here.', 'en', '[+You were here.]'],
    ['You were here.', '', 'en', '[-You were here.]'],
    ['', '', 'en', ''],
    ['The snow was late.', 'The snow was early.', 'en', 'The snow was [-late][+early].'],
    ['It was a cold day', 'It was one long day', 'en', 'It was [-a cold][+one long] day'],
    ['one\ntwo\nthree', 'one\n2\nthree', 'en', 'one\n[-two][+2]\nthree'],
    ['كنت هنا في البيت', 'كنت معنا في البيت', 'ar', 'كنت [-هنا][+معنا] في البيت'],
    ['雪が降った。', '雨が降った。', 'ja', '[-雪][+雨]が降った。'],
    ['cafe\u0301', 'caf\u00e9', 'en', '[-cafe\u0301][+caf\u00e9]'],
    ['a  b', 'a b', 'en', 'a[-  ][+ ]b'],
  ])('%j and %j', (before, after, language, shown) => {
    expect(told(compareTexts(before, after, language))).toBe(shown);
  });

  test('are both in the comparison, letter for letter, whatever they are', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc
        .array(fc.constantFrom('snow', ' ', '\n', 'Wren', '، ', 'ثلج', '👩‍👩‍👧', '\t'), { maxLength: 60 })
        .map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, text, (before, after) => {
        const stretches = compareTexts(before, after, 'en');
        expect(side(stretches, 'came')).toBe(before);
        expect(side(stretches, 'gone')).toBe(after);
        expect(stretches.every(({ text: words }) => words !== '')).toBe(true);
      }),
    );
  });

  test('of a hundred thousand lines, quite different or nearly the same, are compared in reasonable time', () => {
    const poem = Array.from({ length: 100_000 }, (_, line) => `line ${line} of the snow\n`).join('');
    const other = Array.from({ length: 100_000 }, (_, line) => `${line * 7} other words\n`).join('');
    const worked = countWork();
    expect(side(compareTexts(poem, other, 'en'), 'came')).toBe(poem);
    const near = compareTexts(poem, poem.replace('line 50000 of', 'verse 50000 of') + letter.text, 'en');
    expect(near.filter(({ kind }) => kind !== 'same').map(({ kind }) => kind)).toEqual([
      'gone',
      'came',
      'came',
    ]);
    // While it is compared everybody else waits.
    expect(worked()).toBeLessThan(3000);
  });

  test.each([
    ['one line of two megabytes', 'snow fell on the garden, and '.repeat(68_900)],
    ['one word of two megabytes', 'z'.repeat(1_999_999)],
    ['ten thousand lines, each changed in every word', 'one two three four five six\n'.repeat(10_000)],
  ])('of %s are compared before anybody notices', (_, text) => {
    const worked = countWork();
    for (const later of [`${text.slice(1000)} and more`, text.replaceAll(/[a-m]/g, 'q')]) {
      const stretches = compareTexts(text, later, 'en');
      expect(side(stretches, 'came') === text).toBe(true);
      expect(side(stretches, 'gone') === later).toBe(true);
    }
    expect(worked()).toBeLessThan(3000);
  });
});
