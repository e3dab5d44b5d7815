import type { Fields } from '#http/fields.ts';
import { type FieldError, ticked } from '#http/forms.ts';
import { readDate } from '#lib/partial-date.ts';
import { type Day, onceKinds } from '#memorials/day.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { showsNewDays } from '#memorials/seen-by.ts';
import { idOfRow, type ReadChild, readLine, readPart, rowsIn } from '#memorials/read-part.ts';

/**
 * Reads the days a form brought, `day-ROW-…`: a row is a kind that there is once (`born`), the id of
 * another day, or a new one. A row that is left empty is no day; a day that was not asked for stays.
 */
export function readDays(fields: Fields, memorial: Memorial): ReadChild {
  const errors: Record<string, FieldError> = {};
  const rows = rowsIn(fields, 'day', 'year').map((row) => ({ row, stands: standsIn(row, memorial) }));
  const read = rows.flatMap(({ row, stands }) => readDay(fields, `day-${row}`, stands, errors) ?? []);
  const asked = new Set(rows.map(({ stands }) => stands.id));
  const kept = memorial.days.filter(({ id }) => !asked.has(id));
  return readPart(fields, errors, () => ({ ...memorial, days: [...kept, ...read] }));
}

/** The day of a row as it is kept so far, or what is known of it before anything is. */
function standsIn(row: string, memorial: Memorial): Pick<Day, 'id' | 'kind' | 'place' | 'shown'> {
  const kind = onceKinds.find((once) => once === row) ?? 'other';
  const id = idOfRow(memorial, memorial.days, row);
  const before = memorial.days.find((day) => (kind === 'other' ? day.id === id : day.kind === kind));
  return before ?? { id, kind, place: '', shown: showsNewDays(memorial) };
}

function readDay(
  fields: Fields,
  field: string,
  { id, kind, place: placeBefore, shown: shownBefore }: ReturnType<typeof standsIn>,
  errors: Record<string, FieldError>,
): Day | undefined {
  const typed = (part: string): string => fields[`${field}-${part}`] ?? '';
  const date = readDate({
    year: typed('year'),
    month: typed('month'),
    day: typed('day'),
    time: typed('time'),
  });
  const words = readLine(fields, `${field}-words`, 200, errors);
  const place = readLine(fields, `${field}-place`, 200, errors);
  if ('refused' in date) errors[field] = { key: `error.date-${date.refused}` };
  // Words for a day without a date would be lost silently.
  else if (!date.date && words + place !== '') errors[field] = { key: 'error.date-year-missing' };
  if ('refused' in date || !date.date) return undefined;
  return {
    id,
    kind,
    date: date.date,
    words,
    place: `${field}-place` in fields ? place : placeBefore,
    shown: `${field}-asked` in fields ? ticked.parse(fields[`${field}-shown`]) : shownBefore,
  };
}
