import { expect, test } from 'vitest';
import { textDirective } from '../browser/text-fragment.ts';

const text = [
  'Wren, you were here - and the house knew it.',
  'They said the first year is a staircase. Nobody said it goes down into the garden, that there would be snow on it, and you & me.',
  'Snow, and snow.\nSnow, and snow again.',
  'حبيبتي، الثلج على الدرج.',
  '雪が降っていた。',
].join('\n\n');

const of = (words: string, above = '', text_ = text) => {
  const from = text_.indexOf(words);
  return textDirective(text_, { from, to: from + words.length }, above);
};

test.each([
  ['a few words stand whole', 'the house knew it', 'the%20house%20knew%20it'],
  ['commas, dashes and ampersands are no part of the directive', 'here - and', 'here%20%2D%20and'],
  ['an ampersand', 'and you & me.', 'and%20you%20%26%20me.'],
  ['a comma', 'Wren, you', 'Wren%2C%20you'],
  ['half a word becomes a whole one', 'hous', 'house'],
  ['spaces around it are left out', ' house ', 'house'],
  [
    'a long one is told by its ends',
    text.split('\n\n')[1]!,
    'They%20said%20the%20first%20year,on%20it%2C%20and%20you%20%26%20me.'.replace(
      'on%20it%2C%20and',
      'it%2C%20and',
    ),
  ],
  ['another script', 'على الدرج', encodeURIComponent('على الدرج')],
])('%s', (_, words, directive) => {
  expect(of(words)).toBe(directive);
});

test('over several paragraphs each end is found in its own line', () => {
  expect(of('knew it.\n\nThey said')).toBe('knew%20it.,They%20said');
});

test('what stands there more than once is told by the words beside it', () => {
  const second = text.indexOf('and snow again');
  expect(textDirective(text, { from: second, to: second + 8 })).toBe('Snow%2C-,and%20snow,-again.');
  expect(of('the house', 'The house')).toBe('you%20were%20here%20%2D%20and-,the%20house,-knew%20it.');
});
