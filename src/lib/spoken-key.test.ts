import { expect, test } from 'vitest';
import { newSpokenKey, readSpokenKey } from '#lib/spoken-key.ts';

test('a key has four groups of four letters, and no two are the same', () => {
  const keys = Array.from({ length: 1000 }, newSpokenKey);
  for (const key of keys) expect(key).toMatch(/^[0-9a-hjkmnp-tv-z]{4}(?:-[0-9a-hjkmnp-tv-z]{4}){3}$/);
  expect(new Set(keys).size).toBe(1000);
  expect(new Set(keys.join('').replaceAll('-', '')).size).toBe(32);
});

test.each([
  ['k7qm-3x9d-0vwz-1abc', 'k7qm-3x9d-0vwz-1abc'],
  ['  K7QM 3X9D 0VWZ 1ABC ', 'k7qm-3x9d-0vwz-1abc'],
  ['K7QM–3X9D—OVWZ-LABC', 'k7qm-3x9d-0vwz-1abc'],
  ['k7qm3x9dOvwziabc', 'k7qm-3x9d-0vwz-1abc'],
  ['k7qm-3x9d-0vwz', undefined],
  ['k7qm-3x9d-0vwz-1abcd', undefined],
  ['k7qm-3x9d-0vwz-1abu', undefined],
  ['حبيبتي', undefined],
  ['', undefined],
])('“%s” is read as %s', (typed, key) => {
  expect(readSpokenKey(typed)).toBe(key);
});
