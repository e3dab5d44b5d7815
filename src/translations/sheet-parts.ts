/** So many fields stand on one page of a sheet. A form takes 4,000; a phone shows a few hundred with ease. */
export const mostFields = 300;

/** One page of a sheet: its fields, the how manieth it is, and of how many. */
export type SheetPart<Field> = { fields: readonly Field[]; number: number; count: number };

/** The page that was asked for, or the nearest one that is there. */
export function partOf<Field>(all: readonly Field[], asked: number): SheetPart<Field> {
  const count = Math.max(1, Math.ceil(all.length / mostFields));
  const number = Math.min(Math.max(asked, 1), count);
  return { fields: all.slice((number - 1) * mostFields, number * mostFields), number, count };
}

/** The page on which the first of these fields stands; the first of all where none does. */
export function partWith(all: readonly { field: string }[], fields: ReadonlySet<string>): number {
  const at = all.findIndex(({ field }) => fields.has(field));
  return Math.floor(Math.max(at, 0) / mostFields) + 1;
}
