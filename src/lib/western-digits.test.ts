import { expect, test } from 'vitest';
import { westernDigits } from '#lib/western-digits.ts';

test.each([
  ['٢٠٢٥', '2025'],
  ['۲۰۲۵', '2025'],
  ['२०२५', '2025'],
  ['２０２５', '2025'],
  ['𝟙𝟘𝟛𝟗', '1039'],
  ['٠٧:٣٠', '07:30'],
  ['2025', '2025'],
])('%s is %s', (typed, digits) => {
  expect(westernDigits(typed)).toBe(digits);
});

test.each(['', 'abc', '½', 'Ⅷ', '二〇二五', '-1', '①'])('%j stays as it is', (typed) => {
  expect(westernDigits(typed)).toBe(typed);
});
