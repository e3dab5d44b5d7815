import { dateFormat } from '#i18n/formats.ts';
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
  return dateFormat(dayFirst(language), {
    timeZone: 'UTC',
    calendar: 'gregory',
    year: 'numeric',
    ...(month === undefined ? {} : { month: 'long' }),
    ...(day === undefined ? {} : { day: 'numeric' }),
    ...(time === undefined ? {} : clock),
  }).format(at);
}

/** A moment as a day in a time zone: “Wednesday, 14 February 2024”. */
export function momentInWords(instant: string, language: string, timeZone = 'UTC'): string {
  return dateFormat(dayFirst(language), { timeZone, ...wholeDay }).format(new Date(instant));
}

/** The same with the time that the clocks of the zone show then: “Wednesday, 14 February 2024 at 07:30”. */
export function momentWithTime(instant: string, language: string, timeZone: string): string {
  return dateFormat(dayFirst(language), { timeZone, ...wholeDay, ...clock }).format(new Date(instant));
}

/** Names of the twelve months, for choosing one. */
export function monthNames(language: string): string[] {
  const format = dateFormat(dayFirst(language), {
    timeZone: 'UTC',
    calendar: 'gregory',
    month: 'long',
  });
  return Array.from({ length: 12 }, (_, month) => format.format(new Date(Date.UTC(2000, month, 1))));
}

// English without a country would put the month first, which half of its readers do not expect.
function dayFirst(language: string): string {
  return language === 'en' ? 'en-GB' : language;
}
