import type { PartialDate } from '#lib/partial-date.ts';

/** What became of a correction that a family asked for. */
export const outcomes = ['asked', 'made', 'refused', 'no-answer'] as const;
/** Somebody has told of it and the family has not decided; or it was set aside. */
const correctionStates = ['told', ...outcomes, 'aside'] as const;
export type CorrectionState = (typeof correctionStates)[number];

/** Characters, more than a newspaper prints of anybody: whatever was checked as a quotation can be told as well. */
export const longestPrinted = 50_000;

/** Words that somebody printed wrongly: told by whoever found them, or written down by the family. */
export type Correction = {
  id: string;
  memorialId: string;
  /** Who printed it, in words. */
  publication: string;
  /** Where (an http or https address), or empty. Nothing is ever fetched from there. */
  url: string;
  printedOn: PartialDate | undefined;
  printed: string;
  /** What it should be. */
  shouldBe: string;
  state: CorrectionState;
  /** Whether it stands on the page for the press. */
  shown: boolean;
  createdAt: string;
  /** When a stranger told of it, and how they can be reached; nothing of one that the family wrote down. */
  toldAt: string | undefined;
  contact: string;
  /** When the doorkeeper let it pass to the parents, or did not. */
  passedAt: string | undefined;
  declinedAt: string | undefined;
};

/** Reads our own column. Throws on anything else. */
export function stateOfCorrection(column: string): CorrectionState {
  const state = correctionStates.find((known) => known === column);
  if (!state) throw new Error(`Not a state of a correction: ${column}`);
  return state;
}

/** Whether everybody may read of it: only what its family asked for, and chose to show. */
export const isForEveryone = ({ state, shown }: Pick<Correction, 'state' | 'shown'>): boolean =>
  shown && outcomes.some((outcome) => outcome === state);
