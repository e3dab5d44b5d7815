import { describe, expect, test } from 'vitest';
import * as browser from '../../browser/direction.ts';
import { directionOfWords, languageMaybe, sideOf } from '#tributes/direction.ts';
import { countWork } from '#test/worked.ts';

const arabic = 'صغيرتي رِن، كان الثلج يتساقط.';
const hebrew = 'ציפור קטנה שלי';

describe('which way words are read', () => {
  test.each([
    ['as their language', 'en', 'Dear Wren', 'ltr'],
    ['as their language, with nothing typed', 'ar', '', 'rtl'],
    ['as their language, without a letter', 'ar', '1, 2, 3 …', 'rtl'],
    ['Arabic that is called English', 'en', arabic, 'rtl'],
    ['Hebrew that is called German', 'de', hebrew, 'rtl'],
    ['English that is called Arabic', 'ar', 'Dear Wren', 'ltr'],
    ['Arabic with a name in it', 'ar', `${arabic} Wren`, 'rtl'],
    ['English with a name in it', 'en', 'We called you رِن, as your grandmother is called.', 'ltr'],
    ['half and half, as the language says', 'en', 'ab اب', 'ltr'],
    ['scripts that are neither', 'ar', 'Ποτέ', 'ltr'],
  ])('%s', (_, language, text, direction) => {
    expect(directionOfWords(language, text)).toBe(direction);
    expect(browser.directionOfWords(directionOfWords(language, ''), text)).toBe(direction);
  });

  test('two million letters are as quick as a few', () => {
    const worked = countWork();
    expect(directionOfWords('en', arabic.repeat(70_000))).toBe('rtl');
    expect(worked()).toBeLessThan(1000);
  });
});

describe('what language words may be in is asked', () => {
  test.each([
    ['nothing where the two agree', 'en', 'Dear Wren', 'en', undefined],
    ['nothing before anything is typed', 'en', '', 'ar', undefined],
    ['Arabic', 'en', arabic, 'en', 'ar'],
    ['Hebrew', 'en', hebrew, 'en', 'he'],
    ['the family’s own language first', 'en', arabic, 'fa', 'fa'],
    ['the family’s own language from left to right', 'ar', 'Liebe Wren', 'de', 'de'],
    ['English where the family’s own is no answer', 'ar', 'Dear Wren', 'ar', 'en'],
  ])('%s', (_, language, text, own, maybe) => {
    expect(languageMaybe(language, text, own)).toBe(maybe);
  });
});

describe('the side that a memory stands on', () => {
  const memory = { language: 'en', title: '', text: '', photographs: [] };
  test.each([
    ['of its words', { ...memory, title: 'Wren', text: arabic }, 'reads-rtl'],
    ['of its title, without words', { ...memory, title: arabic, text: ' … ' }, 'reads-rtl'],
    [
      'of what stands beneath its photographs',
      { ...memory, photographs: [{ caption: '' }, { caption: hebrew }] },
      'reads-rtl',
    ],
    ['of its language, where nothing stands there', { ...memory, language: 'ar' }, 'reads-rtl'],
    [
      'of words that are not in the language they are called',
      { ...memory, language: 'ar', text: 'Wren' },
      'reads-ltr',
    ],
  ])('is that %s', (_, words, side) => {
    expect(sideOf(words)).toBe(side);
  });
});
