import type { Fields } from '#http/fields.ts';
import { type Day, dayKinds } from '#memorials/day.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { readDays } from '#memorials/read-days.ts';
import { idOfRow, type ReadChild } from '#memorials/read-part.ts';

/** The fields of the one day that is asked for at the start, whichever day it is. */
export const firstDay = 'day-first';
const otherRow = 'first';

/** Reads the day that matters, `day-first-…`, as the kind that was chosen (`day-kind`). */
export function readFirstDay(fields: Fields, memorial: Memorial): ReadChild {
  const kind = dayKinds.find((known) => known === (fields['day-kind'] ?? 'born'));
  if (!kind)
    return { ok: false, filled: { values: fields, errors: { 'day-kind': { key: 'error.choice' } } } };
  const field = `day-${kind === 'other' ? otherRow : kind}`;
  const read = readDays(renamed(fields, firstDay, field), memorial);
  if (read.ok) return read;
  return { ok: false, filled: { values: fields, errors: renamed(read.filled.errors, field, firstDay) } };
}

/** The day that was told at the start, when somebody comes back to the question. */
export function firstDayOf(memorial: Memorial): Day | undefined {
  const { days } = memorial;
  const other = idOfRow(memorial, [], otherRow);
  return (
    days.find(({ kind }) => kind === 'born') ?? days.find(({ kind, id }) => kind !== 'other' || id === other)
  );
}

function renamed<T>(fields: Readonly<Record<string, T>>, from: string, to: string): Record<string, T> {
  const isOf = (name: string): boolean => name === from || name.startsWith(`${from}-`);
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      isOf(name) ? `${to}${name.slice(from.length)}` : name,
      value,
    ]),
  );
}
