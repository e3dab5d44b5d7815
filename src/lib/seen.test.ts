import { expect, test } from 'vitest';
import { isSeen } from '#lib/seen.ts';

test.each([
  '',
  ' \t\n\u00a0\u3000',
  '\u200b\u200d\ufeff\u2060',
  '\u202e\u2069',
  '\u00ad\u034f\u061c\u180e',
  // Letters and marks by their category, and blank all the same.
  '\u3164',
  '\u115f\u1160\uffa0',
  '\u17b4\u17b5',
  '\ufe0f\u{e0100}',
  '\u2800',
  '\u{e0041}\u{e007f}',
  '\u0000\ud800',
])('nobody sees %j', (text) => {
  expect(isSeen(text)).toBe(false);
});

test.each([
  'W',
  '٣',
  '…',
  '💛',
  '👩‍👩‍👧',
  '\u200bWren',
  '\u0301',
  'ㅤW',
  '🏴\u{e0067}\u{e0062}\u{e007f}',
  '雪',
  '_',
])('everybody sees %j', (text) => {
  expect(isSeen(text)).toBe(true);
});
