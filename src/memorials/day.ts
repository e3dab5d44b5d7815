import { dateToText, type PartialDate } from '#lib/partial-date.ts';

export const dayKinds = ['due', 'learned', 'born', 'died', 'farewell', 'other'] as const;
export type DayKind = (typeof dayKinds)[number];

/** The kinds that there is one day of; of others there can be any number. */
export const onceKinds = ['due', 'learned', 'born', 'died', 'farewell'] as const satisfies DayKind[];

/** A date the family keeps, as exactly as they know it, the words before it if they chose their own, and where. */
export type Day = {
  id: string;
  kind: DayKind;
  date: PartialDate;
  words: string;
  place: string;
  shown: boolean;
};

export function dayKindOf(column: string): DayKind {
  const kind = dayKinds.find((known) => known === column);
  if (!kind) throw new Error(`Not a kind of day: ${column}`);
  return kind;
}

/** The order of days: by their dates as text; of the same date as they come in a life. For `toSorted`. */
export function comesBefore(a: Day, b: Day): number {
  const [first, second] = [dateToText(a.date), dateToText(b.date)];
  if (first !== second) return first < second ? -1 : 1;
  return dayKinds.indexOf(a.kind) - dayKinds.indexOf(b.kind);
}

/**
 * Whether one day stands before another that usually comes first: died before born, the farewell before
 * both. That can be so, and is never refused.
 */
export function standOtherwise(days: readonly Day[]): boolean {
  const dateOf = (kind: DayKind) => days.find((day) => day.kind === kind)?.date;
  const [born, died, farewell] = [dateOf('born'), dateOf('died'), dateOf('farewell')];
  return isBefore(died, born) || isBefore(farewell, died) || isBefore(farewell, born);
}

/** Whether a date is surely before another: as far as both are known. */
function isBefore(a: PartialDate | undefined, b: PartialDate | undefined): boolean {
  if (!a || !b) return false;
  const [first, second] = [dateToText(a), dateToText(b)];
  const known = Math.min(first.length, second.length);
  return first.slice(0, known) < second.slice(0, known);
}
