import { expect, test } from 'vitest';
import { dateInWords, momentInWords, momentWithTime } from '#i18n/dates.ts';

test.each([
  [{ year: 2025 }, '2025', '2025'],
  [{ year: 2025, month: 2 }, 'February 2025', 'فبراير 2025'],
  [{ year: 2025, month: 2, day: 14 }, '14 February 2025', '14 فبراير 2025'],
  [{ year: 2025, month: 2, day: 14, time: '00:05' }, '14 February 2025 at 00:05', '14 فبراير 2025 في 00:05'],
  [{ year: 87, month: 1, day: 1, time: '21:10' }, '1 January 87 at 21:10', '1 يناير 87 في 21:10'],
])('%j in words, in the signs and digits of one language', (date, english, arabic) => {
  expect(dateInWords(date, 'en')).toBe(english);
  expect(dateInWords(date, 'ar')).toBe(arabic);
});

test('a moment is told on the clock of its zone', () => {
  const instant = '2024-02-14T22:10:00.000Z';
  expect(momentInWords(instant, 'en', 'Europe/Berlin')).toBe('Wednesday, 14 February 2024');
  expect(momentWithTime(instant, 'en', 'Europe/Berlin')).toBe('Wednesday, 14 February 2024 at 23:10');
  expect(momentWithTime(instant, 'ar', 'Asia/Tokyo')).toBe('الخميس، 15 فبراير 2024 في 07:10');
});

test('every language writes a day as it does', () => {
  const first = { year: 2025, month: 2, day: 1 };
  expect(dateInWords(first, 'fr')).toBe('1er février 2025');
  expect(dateInWords({ ...first, day: 11 }, 'fr')).toBe('11 février 2025');
  expect(dateInWords({ year: 1, month: 1 }, 'fr')).toBe('janvier 1');
  expect(dateInWords(first, 'es')).toBe('1 de febrero de 2025');
  expect(dateInWords(first, 'de')).toBe('1. Februar 2025');
  expect(momentInWords('2024-02-01T12:00:00.000Z', 'fr')).toBe('jeudi 1er février 2024');
  expect(momentWithTime('2024-02-14T22:10:00.000Z', 'de', 'UTC')).toBe('Mittwoch, 14. Februar 2024 um 22:10');
});
