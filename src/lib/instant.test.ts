import { expect, test } from 'vitest';
import { instantAfter } from '#lib/instant.ts';

test('instants keep their three digits, so that their text sorts by time', () => {
  const noon = '2024-02-14T12:00:00.000Z';
  expect(instantAfter(noon, { minutes: 10 })).toBe('2024-02-14T12:10:00.000Z');
  expect(instantAfter(noon, { hours: -1 })).toBe('2024-02-14T11:00:00.000Z');
  expect(instantAfter('2024-02-28T23:59:59.999Z', { days: 1 })).toBe('2024-02-29T23:59:59.999Z');
  expect(instantAfter(noon, {}) < instantAfter(noon, { minutes: 1 })).toBe(true);
});
