import { weigh } from '#quotations/compared-words.ts';
import type { Stretch } from '#quotations/find-words.ts';
import type { Quoted } from '#quotations/quoted.ts';
import { type Searched, textAt } from '#quotations/searched.ts';

export const verdicts = [
  'exact',
  'translation',
  'earlier',
  'shortened',
  'stitched',
  'altered',
  'not-found',
] as const;
export type Verdict = (typeof verdicts)[number];

/** A passage of a text, as offsets of UTF-16 units into it. */
export type Passage = { id: string; from: number; to: number };
export type Judgement = {
  verdict: Verdict;
  similarity: number;
  passages: Passage[];
  /** What was compared: all that was pasted, or only what stands in it between quotation marks. */
  read: string;
};

// Fewer than four words say nothing when one of them is another; fewer than two say nothing at all.
export const fewest = { toFind: 1.5, toShorten: 4, toAlterInside: 8 };

export const weightOf = ({ parts }: Quoted): number => weigh(parts.flat());

export const judged = (
  { text: read }: Pick<Quoted, 'text'>,
  verdict: Verdict,
  similarity: number,
  passages: Passage[],
): Judgement => ({ verdict, similarity, passages, read });

/** Where stretches stand in their texts. */
export const passagesIn = (searched: Searched, stretches: readonly Stretch[]): Passage[] =>
  stretches.map(({ start, end }) => ({
    id: searched.texts[textAt(searched, start)]!.id,
    from: searched.from[start]!,
    to: searched.to[end - 1]!,
  }));
