import { expect, test } from 'vitest';
import { inGroups, newRecoveryCodes, paperOf, readRecoveryCode } from '#people/recovery/recovery-code.ts';

test('ten codes stand on a paper, of 80 random bits each after what names the paper', () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  // 16 letters of 32 are 80 bits.
  for (const code of codes) expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{4}[0-9a-hjkmnp-tv-z]{16}$/);
  expect(new Set(codes.map(paperOf)).size).toBe(1);
  expect(paperOf(newRecoveryCodes()[0]!)).toHaveLength(4);
});

test('each letter is as likely as any other', () => {
  const counts = new Map<string, number>();
  const letters = Array.from({ length: 400 }, () => newRecoveryCodes().map((code) => code.slice(4)))
    .flat(2)
    .join('');
  for (const letter of letters) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  expect(counts.size).toBe(32);
  // 64,000 letters: 2,000 of each, give or take eight standard deviations.
  for (const count of counts.values()) expect(Math.abs(count - 2000)).toBeLessThan(360);
});

test.each([
  '7k3m-q9xt-2bwf-h4np-zr5c',
  '7K3MQ9XT2BWFH4NPZR5C',
  ' 7k3m q9xt 2bwf h4np zr5c\r\n',
  '7k3m–q9xt—2bwf‑h4np_zr5c.',
  '٧k٣m-q٩xt-٢bwf-h٤np-zr٥c',
  '７Ｋ３Ｍ-q9xt-2bwf-h4np-zr5c',
  '\u200e7k3m-q9xt-2bwf-h4np-zr5c\u200f',
])('%j is read as it was meant', (typed) => {
  expect(readRecoveryCode(typed)).toBe('7k3mq9xt2bwfh4npzr5c');
});

test('letters that look like digits are those digits', () => {
  expect(readRecoveryCode('O0o0-IiLl-1111-0000-0000')).toBe('00001111111100000000');
});

test.each([
  '',
  '-',
  '7k3m-q9xt-2bwf-h4np-zr5',
  '7k3m-q9xt-2bwf-h4np-zr5cx',
  '7k3u-q9xt-2bwf-h4np-zr5c',
  'x'.repeat(100_000),
  'حبيبتي',
  '\0',
])('%j is no code', (typed) => {
  expect(readRecoveryCode(typed)).toBeUndefined();
});

test('written in groups it reads as the same code', () => {
  for (const code of newRecoveryCodes()) {
    expect(inGroups(code)).toMatch(/^(?:\w{4}-){4}\w{4}$/);
    expect(readRecoveryCode(inGroups(code).toUpperCase())).toBe(code);
  }
});
