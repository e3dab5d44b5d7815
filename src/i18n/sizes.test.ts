import { expect, test } from 'vitest';
import { sizeInWords } from '#i18n/sizes.ts';

test.each([
  [15, 'en', '1 kB'],
  [847_000, 'en', '850 kB'],
  [994_499, 'en', '990 kB'],
  [994_500, 'en', '0.99 MB'],
  [999_500, 'en', '1 MB'],
  [3_420_000, 'en', '3.4 MB'],
  [3_420_000, 'de', '3,4 MB'],
  [3_420_000, 'fr', '3,4 Mo'],
])('%d bytes in %s are %s', (bytes, language, said) => {
  expect(sizeInWords(bytes, language).replaceAll(/\s/g, ' ')).toBe(said);
});
