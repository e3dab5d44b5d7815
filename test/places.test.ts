import { describe, expect, test } from 'vitest';
import { placeAt, placeMoved } from '../browser/places.ts';

describe('where a photograph is put', () => {
  const text = 'One.\n\nTwo.\n\nThree.';
  test.each([
    [0, 0],
    [2, 1],
    [4, 1],
    [6, 1],
    [7, 2],
    [text.length, 3],
  ])('with the caret at %i it stands after %i paragraphs', (caret, after) => {
    expect(placeAt(text, caret)).toBe(after);
  });
});

describe('a photograph stays behind its words', () => {
  test.each([
    ['a paragraph before it', 1, 'One.', 'Zero.\n\nOne.', 2],
    ['a paragraph after it', 1, 'One.', 'One.\n\nTwo.', 1],
    ['more words in its paragraph', 1, 'One.\n\nTwo.', 'One and more.\n\nTwo.', 1],
    ['its paragraph cut in two', 1, 'One, two.', 'One,\n\n two.', 2],
    ['the paragraph before its own deleted', 2, 'One.\n\nTwo.\n\nThree.', 'Two.\n\nThree.', 1],
    ['its own paragraph deleted', 2, 'One.\n\nTwo.\n\nThree.', 'One.\n\nThree.', 1],
    ['the first paragraph deleted, which was its own', 1, 'One.\n\nTwo.', 'Two.', 0],
    ['its words deleted and their place kept', 1, 'One.\n\nTwo.', '\n\nTwo.', 1],
    ['two paragraphs made one', 1, 'One.\n\nTwo.', 'One. Two.', 1],
    ['everything deleted', 2, 'One.\n\nTwo.', '', 0],
    ['before all words, whatever happens to them', 0, 'One.', 'Zero.\n\nOne.', 0],
  ])('%s', (_, after, before, now, expected) => {
    expect(placeMoved(after, before, now)).toBe(expected);
  });

  test('while a paragraph is typed behind it, letter by letter', () => {
    let text = 'One.';
    let after = 1;
    for (const letter of '\n\nTwo.\n\nThree.') {
      after = placeMoved(after, text, text + letter);
      text += letter;
    }
    expect(after).toBe(1);
  });
});
