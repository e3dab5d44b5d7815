import { expect, test } from 'vitest';
import { dateFormat, listFormat } from '#i18n/formats.ts';

test('a format is made once for its language and options, and never mistaken for another', () => {
  const year = dateFormat('en', { year: 'numeric', timeZone: 'UTC' });
  expect(dateFormat('en', { year: 'numeric', timeZone: 'UTC' })).toBe(year);
  expect(dateFormat('ar', { year: 'numeric', timeZone: 'UTC' })).not.toBe(year);
  expect(dateFormat('en', { year: 'numeric', timeZone: 'Asia/Tokyo' })).not.toBe(year);
  expect(listFormat('en', { type: 'disjunction' }).format(['a', 'b'])).toBe('a or b');
  expect(listFormat('en', { type: 'conjunction' }).format(['a', 'b'])).toBe('a and b');
});

test('not every zone of the world is kept', () => {
  const first = dateFormat('en', { timeZone: 'UTC', day: 'numeric' });
  for (const timeZone of Intl.supportedValuesOf('timeZone')) dateFormat('en', { timeZone });
  expect(dateFormat('en', { timeZone: 'UTC', day: 'numeric' })).not.toBe(first);
});
