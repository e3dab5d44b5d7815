import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateFromText, dateToText, type PartialDate, readDate } from '#lib/partial-date.ts';

const typed = (year: string, month = '', day = '', time = '') => readDate({ year, month, day, time });

describe('a date is as exact as it is known', () => {
  test.each([
    [['', '', '', ''], undefined],
    [['2023'], { year: 2023 }],
    [['2023', '2'], { year: 2023, month: 2 }],
    [['2023', '02', '14'], { year: 2023, month: 2, day: 14 }],
    [['2023', '2', '14', '19:30'], { year: 2023, month: 2, day: 14, time: '19:30' }],
    [[' 2023 ', ' 2 ', ' 1 '], { year: 2023, month: 2, day: 1 }],
    [['2024', '2', '29'], { year: 2024, month: 2, day: 29 }],
    [['2000', '2', '29'], { year: 2000, month: 2, day: 29 }],
    [['9999', '12', '31', '23:59'], { year: 9999, month: 12, day: 31, time: '23:59' }],
    [['0001'], { year: 1 }],
    [['٢٠٢٣'], { year: 2023 }],
    [['٢٠٢٥', '٢', '١٤', '٠٧:٣٠'], { year: 2025, month: 2, day: 14, time: '07:30' }],
    [['۲۰۲۵', '۱۱', '۳'], { year: 2025, month: 11, day: 3 }],
  ] as [string[], PartialDate | undefined][])('%j', ([year = '', month, day, time], date) => {
    expect(typed(year, month, day, time)).toEqual({ date });
  });
});

describe('what is no date is refused by what is wrong with it', () => {
  test.each([
    [['2023', '2', '29'], 'no-such-day'],
    [['1900', '2', '29'], 'no-such-day'],
    [['2023', '4', '31'], 'no-such-day'],
    [['2023', '1', '0'], 'no-such-day'],
    [['2023', '1', '32'], 'no-such-day'],
    [['2023', '1', '9'.repeat(400)], 'no-such-day'],
    [['2023', '2', '٣٠'], 'no-such-day'],
    [['2023', '1', '-1'], 'day-unreadable'],
    [['2023', '1', 'first'], 'day-unreadable'],
    [['2023', '1', 'abc'], 'day-unreadable'],
    [['23'], 'year-unreadable'],
    [['0'], 'year-unreadable'],
    [['0000'], 'year-unreadable'],
    [['10000'], 'year-unreadable'],
    [['-2023'], 'year-unreadable'],
    [['2023.5'], 'year-unreadable'],
    [['1e3'], 'year-unreadable'],
    [['٢٠٢'], 'year-unreadable'],
    [['', '2'], 'year-missing'],
    [['', '', '14'], 'year-missing'],
    [['', '', '', '19:30'], 'year-missing'],
    [['2023', '', '14'], 'month-missing'],
    [['2023', '', '', '19:30'], 'month-missing'],
    [['2023', '2', '', '19:30'], 'day-missing'],
    [['2023', '13'], 'month-unreadable'],
    [['2023', '0'], 'month-unreadable'],
    [['2023', 'February'], 'month-unreadable'],
    [['2023', '2', '14', '24:00'], 'time-unreadable'],
    [['2023', '2', '14', '7:30'], 'time-unreadable'],
    [['2023', '2', '14', '19.30'], 'time-unreadable'],
    [['2023', '2', '14', '19:60'], 'time-unreadable'],
  ] as [string[], string][])('%j: %s', ([year = '', month, day, time], refused) => {
    expect(typed(year, month, day, time)).toEqual({ refused });
  });
});

const two = (part: number) => String(part).padStart(2, '0');
const known: fc.Arbitrary<PartialDate> = fc.oneof(
  fc.record({ year: fc.integer({ min: 1, max: 9999 }) }),
  fc.record({ year: fc.integer({ min: 1, max: 9999 }), month: fc.integer({ min: 1, max: 12 }) }),
  fc.record({
    year: fc.integer({ min: 1, max: 9999 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    time: fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map(([hour, minute]) => `${two(hour)}:${two(minute)}`),
  }),
);

describe('a date as text', () => {
  test('comes back the same, and what was typed reads as it', () => {
    fc.assert(
      fc.property(known, (date) => {
        expect(dateFromText(dateToText(date))).toEqual(date);
        const { year, month, day, time } = date;
        expect(typed(String(year).padStart(4, '0'), String(month ?? ''), String(day ?? ''), time)).toEqual({
          date,
        });
      }),
    );
  });

  test('sorts by time where both are known equally well', () => {
    const whole = known.filter(({ time }) => time !== undefined);
    const at = ({ year, month = 1, day = 1, time = '00:00' }: PartialDate) =>
      Temporal.PlainDateTime.from({
        year,
        month,
        day,
        hour: Number(time.slice(0, 2)),
        minute: Number(time.slice(3)),
      });
    fc.assert(
      fc.property(whole, whole, (a, b) => {
        const [x, y] = [dateToText(a), dateToText(b)];
        expect(x < y ? -1 : Number(x > y)).toBe(Temporal.PlainDateTime.compare(at(a), at(b)));
      }),
    );
  });

  test.each(['', '23', '2023-1', '2023-02-', '2023-02-14T', '2023-02-14 19:30', 'null'])(
    '%j is not one of ours',
    (text) => {
      expect(() => dateFromText(text)).toThrow('Not a partial date');
    },
  );
});
