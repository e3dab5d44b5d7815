import { randomUUID } from 'node:crypto';
import type { Fields } from '#http/fields.ts';
import { type FieldError, type Filled, line, refusalOf } from '#http/forms.ts';
import { sha256Of } from '#lib/exact-text.ts';
import type { Memorial } from '#memorials/memorial.ts';

/** A memorial with what a form changes in it, or the form with what is wrong in it. */
export type ReadChild = { ok: true; memorial: Memorial } | { ok: false; filled: Filled };

/**
 * The names of the rows that a form brought of something there can be any number of: of
 * `day-a-year` and `day-new-0-year`, asked for as `day`, `year`, they are `a` and `new-0`.
 */
export function rowsIn(fields: Fields, prefix: string, part: string): string[] {
  return Object.keys(fields)
    .filter((name) => name.startsWith(`${prefix}-`) && name.endsWith(`-${part}`))
    .map((name) => name.slice(prefix.length + 1, -part.length - 1));
}

/** A new row has a name of its own on each page, so that a form sent twice makes one of it. */
export const newRow = (): string => `new-${randomUUID()}`;

/**
 * The id of what stands in a row of a form: that of one this memorial has (`known`), else one made from
 * the row's name, the same each time. Never the name itself: another child's day may have that id.
 */
export function idOfRow(memorial: { id: string }, known: readonly { id: string }[], row: string): string {
  return known.some(({ id }) => id === row) ? row : sha256Of(`${memorial.id} ${row}`).slice(0, 32);
}

/** One line of a form, at most so many characters; why it is refused is noted by its field. */
export function readLine(
  fields: Fields,
  name: string,
  most: number,
  errors: Record<string, FieldError>,
): string {
  const typed = fields[name] ?? '';
  const wrong = refusalOf(line(most), typed);
  if (wrong) errors[name] = wrong;
  return wrong ? '' : line(most).parse(typed);
}

/** What came out of reading a part: the memorial changed by it, unless something is wrong. */
export function readPart(
  fields: Fields,
  errors: Record<string, FieldError>,
  changed: () => Memorial,
): ReadChild {
  if (Object.keys(errors).length > 0) return { ok: false, filled: { values: fields, errors } };
  return { ok: true, memorial: changed() };
}
