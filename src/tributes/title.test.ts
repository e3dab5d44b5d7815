import { describe, expect, test } from 'vitest';
import { interfaceLanguages } from '#i18n/languages.ts';
import { sayIn } from '#i18n/messages.ts';
import { isNamedByKind, kindInWords, readAsTitle, titleOf } from '#tributes/title.ts';
import { emptyWords, keepsakes, tributeKinds } from '#tributes/tribute.ts';

const say = sayIn('en');
const words = emptyWords('en', []);
const photograph = { photographId: 'p', after: 0, caption: '', alternative: '' };

test('each kind says what it is, in the child’s words', () => {
  expect(kindInWords(say, 'letter', words, 'Wren')).toBe('A letter to Wren');
  expect(kindInWords(say, 'letter', { ...words, addressee: 'Grandma' }, 'Wren')).toBe('A letter to Grandma');
  expect(kindInWords(say, 'photograph', { ...words, photographs: [photograph] }, 'Wren')).toBe(
    'A photograph for Wren',
  );
  expect(kindInWords(say, 'photograph', { ...words, photographs: [photograph, photograph] }, 'Wren')).toBe(
    'Photographs for Wren',
  );
  expect(kindInWords(say, 'chapter', words, 'our daughter')).toBe('A chapter of the story of our daughter');
  expect(kindInWords(say, 'keepsake', { ...words, keepsake: 'footprints' }, 'Wren')).toBe('Footprints');
  expect(kindInWords(say, 'keepsake', words, 'Wren')).toBe('A keepsake');
  expect(kindInWords(say, 'farewell', words, 'Wren')).toBe('The farewell to Wren');
});

test('its writer’s title comes before that', () => {
  expect(titleOf(say, 'keepsake', { ...words, title: 'The hat', keepsake: 'bracelet' }, 'Wren')).toBe(
    'The hat',
  );
});

test('a title is read as its words are, and what stands for one as the page around it', () => {
  expect(readAsTitle({ title: 'The hat', language: 'en' })).toEqual({ lang: 'en', dir: 'ltr' });
  expect(readAsTitle({ title: 'إليك', language: 'en' })).toEqual({ lang: 'en', dir: 'rtl' });
  expect(readAsTitle({ title: '', language: 'en' })).toEqual({});
});

test('a letter to the child and a photograph begin without a line of ours', () => {
  expect(tributeKinds.filter((kind) => isNamedByKind(kind, words))).toEqual([
    'chapter',
    'keepsake',
    'farewell',
  ]);
  expect(isNamedByKind('letter', { addressee: 'Grandma' })).toBe(true);
});

describe.each(interfaceLanguages)('in %s', (language) => {
  test('every kind and keepsake has a name', () => {
    const names = [
      ...tributeKinds.map((kind) => kindInWords(sayIn(language), kind, words, 'Wren')),
      ...keepsakes.map((keepsake) =>
        kindInWords(sayIn(language), 'keepsake', { ...words, keepsake }, 'Wren'),
      ),
    ];
    expect(new Set(names).size).toBe(names.length);
  });
});
