import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exactBytes, exactText, sha256Of, unkeepableLine } from '#lib/exact-text.ts';
import { letter } from '#test/cast.ts';
import { anyText } from '#test/strings.ts';

describe('exact text', () => {
  test.each([
    ['one\r\ntwo', 'one\ntwo'],
    ['one\rtwo', 'one\ntwo'],
    ['\r\n\r\n\r', '\n\n\n'],
    ['\n\r', '\n\n'],
    ['  spaces \t stay  ', '  spaces \t stay  '],
    ['cafe\u0301', 'cafe\u0301'],
    ['\u2028\u0085\v\f', '\u2028\u0085\v\f'],
  ])('%j is kept as %j', (typed, kept) => {
    expect(exactText(typed)).toBe(kept);
    expect(exactBytes(Buffer.from(typed)).toString()).toBe(kept);
  });

  test('is the same of bytes as of text', () => {
    fc.assert(fc.property(anyText(), (text) => exactBytes(Buffer.from(text)).toString() === exactText(text)));
  });

  test('what a browser makes of a kept text is kept as the same text', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const kept = exactText(text);
        expect(exactText(kept.replaceAll('\n', '\r\n'))).toBe(kept);
      }),
    );
  });
});

describe('what no database keeps is found by its line', () => {
  test.each([
    ['all is well', undefined],
    ['👩‍👩‍👧 pairs are whole', undefined],
    ['\0', 1],
    ['one\ntwo\nthr\0ee', 3],
    ['one\r\ntwo\rthree\n\ud83d', 4],
    ['\udc00 first', 1],
    ['\ude00\ud83d turned around', 1],
    ['\ufffd is a letter too', undefined],
  ])('%j', (text, line) => {
    expect(unkeepableLine(text)).toBe(line);
  });

  test('nothing is found exactly where the text is well-formed and has no NUL', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\n', '\0', '\ud83d', '\udc4b', '👋') }), (text) => {
        expect(unkeepableLine(text) === undefined).toBe(text.isWellFormed() && !text.includes('\0'));
      }),
    );
  });
});

test('the fingerprint is SHA-256 of the UTF-8 bytes, and changes with every letter', () => {
  // FIPS 180-4, the example of one block.
  expect(sha256Of('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(sha256Of(letter.text)).not.toBe(sha256Of(letter.text.normalize('NFC')));
  expect(sha256Of(letter.text)).not.toBe(sha256Of(letter.text.trim()));
});
