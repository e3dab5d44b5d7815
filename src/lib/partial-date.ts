import { westernDigits } from '#lib/western-digits.ts';

/**
 * A date of a life, as exactly as it is known: ISO 8601 at reduced precision, `2023`, `2023-02`,
 * `2023-02-14` or `2023-02-14T19:30`. As text it sorts by time.
 */
export type PartialDate = { year: number; month?: number; day?: number; time?: string };

export type DateFields = { year: string; month: string; day: string; time?: string };
export type DateRefusal =
  | 'year-missing'
  | 'year-unreadable'
  | 'month-missing'
  | 'day-missing'
  | 'month-unreadable'
  | 'day-unreadable'
  | 'no-such-day'
  | 'time-unreadable';

const isoShape = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d))?)?)?$/;

/**
 * Reads what a person typed into year, month, day and time, in the digits of any script. Nothing typed
 * at all is `undefined`.
 */
export function readDate(fields: DateFields): { date: PartialDate | undefined } | { refused: DateRefusal } {
  const [year, month, day, time] = [fields.year, fields.month, fields.day, fields.time ?? ''].map((t) =>
    westernDigits(t.trim()),
  ) as [string, string, string, string];
  if (!year && !month && !day && !time) return { date: undefined };
  if (!year) return { refused: 'year-missing' };
  if (!/^\d{4}$/.test(year) || year === '0000') return { refused: 'year-unreadable' };
  if (!month) return day || time ? { refused: 'month-missing' } : { date: { year: Number(year) } };
  if (!/^\d{1,2}$/.test(month) || Number(month) < 1 || Number(month) > 12)
    return { refused: 'month-unreadable' };
  const known = { year: Number(year), month: Number(month) };
  if (!day) return time ? { refused: 'day-missing' } : { date: known };
  if (!/^\d+$/.test(day)) return { refused: 'day-unreadable' };
  if (!exists({ ...known, day: Number(day) })) return { refused: 'no-such-day' };
  const whole = { ...known, day: Number(day) };
  if (!time) return { date: whole };
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return { refused: 'time-unreadable' };
  return { date: { ...whole, time } };
}

export function dateToText(date: PartialDate): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  const { year, month, day, time } = date;
  return [
    String(year).padStart(4, '0'),
    month === undefined ? '' : `-${two(month)}`,
    day === undefined ? '' : `-${two(day)}`,
    time === undefined ? '' : `T${time}`,
  ].join('');
}

/** Reads what `dateToText` wrote. Throws on anything else: it is our own column. */
export function dateFromText(text: string): PartialDate {
  const parts = isoShape.exec(text);
  if (!parts) throw new Error(`Not a partial date: ${text}`);
  const [, year, month, day, time] = parts;
  return {
    year: Number(year),
    ...(month === undefined ? {} : { month: Number(month) }),
    ...(day === undefined ? {} : { day: Number(day) }),
    ...(time === undefined ? {} : { time }),
  };
}

function exists(date: { year: number; month: number; day: number }): boolean {
  try {
    Temporal.PlainDate.from(date, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}
