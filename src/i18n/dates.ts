import { dateFormat } from '#i18n/formats.ts';
import { localeOf } from '#i18n/languages.ts';
import type { PartialDate } from '#lib/partial-date.ts';

const wholeDay = {
  calendar: 'gregory',
  weekday: 'long',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
} as const;
const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** A date of a life in words, no more exact than it is: “2023”, “February 2023”, “14 February 2023 at 19:30”. */
export function dateInWords(date: PartialDate, language: string): string {
  const { year, month, day, time } = date;
  // Any instant of that UTC day: only calendar fields are printed, so no zone can move it.
  const at = new Date(0);
  at.setUTCFullYear(year, (month ?? 1) - 1, day ?? 1);
  if (time !== undefined) at.setUTCHours(Number(time.slice(0, 2)), Number(time.slice(3)));
  const format = dateFormat(localeOf(language), {
    timeZone: 'UTC',
    calendar: 'gregory',
    year: 'numeric',
    ...(month === undefined ? {} : { month: 'long' }),
    ...(day === undefined ? {} : { day: 'numeric' }),
    ...(time === undefined ? {} : clock),
  });
  return written(format, at, language);
}

/** A moment as a day in a time zone: “Wednesday, 14 February 2024”. */
export function momentInWords(instant: string, language: string, timeZone = 'UTC'): string {
  return written(dateFormat(localeOf(language), { timeZone, ...wholeDay }), new Date(instant), language);
}

/** The same with the time that the clocks of the zone show then: “Wednesday, 14 February 2024 at 07:30”. */
export function momentWithTime(instant: string, language: string, timeZone: string): string {
  const format = dateFormat(localeOf(language), { timeZone, ...wholeDay, ...clock });
  return written(format, new Date(instant), language);
}

/** Names of the twelve months, for choosing one. */
export function monthNames(language: string): string[] {
  const format = dateFormat(localeOf(language), {
    timeZone: 'UTC',
    calendar: 'gregory',
    month: 'long',
  });
  return Array.from({ length: 12 }, (_, month) => format.format(new Date(Date.UTC(2000, month, 1))));
}

// French writes the first of a month as “1er”, which CLDR does not know.
function written(format: Intl.DateTimeFormat, at: Date, language: string): string {
  if (language !== 'fr') return format.format(at);
  const parts = format.formatToParts(at);
  return parts.map(({ type, value }) => (type === 'day' && value === '1' ? '1er' : value)).join('');
}
