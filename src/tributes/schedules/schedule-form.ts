import type { FieldError } from '#http/forms.ts';
import { localTimeToInstant } from '#lib/local-time.ts';
import { type DateRefusal, dateToText, type PartialDate, readDate } from '#lib/partial-date.ts';
import { zoneNamed } from '#lib/zones.ts';
import type { Moment } from '#tributes/schedules/scheduled.ts';

type Refused = Partial<Record<'at' | 'zone', FieldError>>;

/**
 * Reads a moment from the fields `at-year`, `at-month`, `at-day`, `at-time` and `zone`. Refuses, by field,
 * what is no whole day or no time, a day that does not exist, a zone that nobody knows, a moment that is
 * over, and one after the year 9999.
 */
export function readMoment(
  fields: Readonly<Record<string, string>>,
  now: string,
): { moment: Moment } | { refused: Refused } {
  const zone = zoneNamed(fields['zone'] ?? '');
  const when = readWhen(fields);
  const refused: Refused = {};
  if ('refused' in when) refused.at = { key: when.refused };
  if (zone === undefined) refused.zone = { key: 'error.schedule-zone' };
  if ('refused' in when || zone === undefined) return { refused };
  const dueAt = localTimeToInstant(when.local, zone);
  // Later years are written with a sign (ISO 8601) and would no longer sort as text.
  if (dueAt.startsWith('+')) return { refused: { at: { key: 'error.schedule-far' } } };
  if (dueAt <= now) return { refused: { at: { key: 'error.schedule-over' } } };
  return { moment: { local: when.local, zone, dueAt } };
}

function readWhen(fields: Readonly<Record<string, string>>): { local: string } | { refused: string } {
  const [year = '', month = '', day = '', time = ''] = ['year', 'month', 'day', 'time'].map((part) =>
    (fields[`at-${part}`] ?? '').trim(),
  );
  if (/^\d{5,}$/.test(year)) return { refused: 'error.schedule-far' };
  // With seconds, as some browsers send a time that they filled in themselves.
  const read = readDate({ year, month, day, time: time.replace(/^(\d\d:\d\d):\d\d.*$/, '$1') });
  if ('refused' in read) return { refused: refusal(read.refused) };
  if (!isWholeDay(read.date)) return { refused: 'error.schedule-day' };
  if (read.date.time === undefined) return { refused: 'error.schedule-time' };
  return { local: dateToText(read.date) };
}

function isWholeDay(date: PartialDate | undefined): date is PartialDate {
  return date?.day !== undefined;
}

function refusal(why: DateRefusal): string {
  return why.endsWith('-missing') ? 'error.schedule-day' : `error.date-${why}`;
}
