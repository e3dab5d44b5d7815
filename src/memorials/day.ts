import type { PartialDate } from '#lib/partial-date.ts';

export const dayKinds = ['due', 'learned', 'born', 'died', 'farewell', 'other'] as const;
export type DayKind = (typeof dayKinds)[number];

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
