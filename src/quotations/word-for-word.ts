import { type ComparedWord, weigh } from '#quotations/compared-words.ts';
import type { Effort } from '#quotations/effort.ts';
import {
  countTogether,
  findInOrder,
  findTogether,
  sentencesOf,
  type Stretch,
} from '#quotations/find-words.ts';
import { fewest, judged, type Judgement, passagesIn, type Verdict, weightOf } from '#quotations/judgement.ts';
import type { Quoted } from '#quotations/quoted.ts';
import {
  begins,
  isEnd,
  numbersOf,
  type Quotable,
  rank,
  type Searched,
  textAt,
} from '#quotations/searched.ts';

/**
 * Judges what stands word for word in the family's texts: in one as it is, shortened, or put together from
 * several places. Nothing where some of it stands nowhere so.
 */
export function wordForWord(
  ways: readonly Quoted[],
  searched: Searched,
  effort: Effort,
): Judgement | undefined {
  const placed = ways
    .filter((way) => weightOf(way) >= fewest.toFind)
    .flatMap((way) =>
      findInOrder(searched, way, effort).map((found) => ({ way, found, text: textOf(searched, found) })),
    )
    .toSorted((a, b) => rank(a.text) - rank(b.text));
  const exact = placed.find(({ way, found }) => found.length === 1 && !replaces(way, searched, found[0]!));
  if (exact) return judged(exact.way, kindOf(exact.text), 1, passagesIn(searched, exact.found));
  const shortened = placed.find(({ way }) => weightOf(way) >= fewest.toShorten);
  if (shortened) return judged(shortened.way, 'shortened', 1, passagesIn(searched, shortened.found));
  const stitched = ways
    .filter((way) => weightOf(way) >= fewest.toShorten)
    .map((way) => ({ way, found: stitchedFrom(way, searched, effort) }))
    .find(({ found }) => found !== undefined);
  return stitched?.found && judged(stitched.way, 'stitched', 1, passagesIn(searched, stitched.found));
}

const textOf = (searched: Searched, [first]: readonly Stretch[]): Quotable =>
  searched.texts[textAt(searched, first!.start)]!;

/** A bracket at an edge stands for words, where the family's sentence goes on there. */
const replaces = ({ edges }: Quoted, searched: Searched, { start, end }: Stretch): boolean =>
  (edges.before && !begins(searched, start)) || (edges.after && !isEnd(searched, end - 1));

const kindOf = ({ current, original }: Quotable): Verdict =>
  !current ? 'earlier' : original ? 'exact' : 'translation';

/** Every sentence or part between gaps stands somewhere word for word: the longest runs of them together. */
function stitchedFrom(quoted: Quoted, searched: Searched, effort: Effort): Stretch[] | undefined {
  const parts = quoted.parts.flatMap(sentencesOf);
  const words = parts.flat();
  const numbers = numbersOf(words);
  if (numbers.some((number) => number < 0)) return undefined;
  const stretches: Stretch[] = [];
  for (let [part, at] = [0, 0]; part < parts.length;) {
    let longest: { start: number; end: number; next: number } | undefined;
    for (const start of findTogether(searched, parts[part]!, effort)) {
      const together = countTogether(searched, words.slice(at), numbers.subarray(at), start);
      effort.spend(together);
      const run = longestRun(parts, part, together, start);
      if (run && (!longest || run.next > longest.next)) longest = run;
    }
    if (!longest) return undefined;
    const { start, end, next } = longest;
    stretches.push({ start, end });
    [part, at] = [next, at + end - start];
  }
  const inOrder = stretches.every(
    ({ start }, index) =>
      index === 0 ||
      (textAt(searched, start) === textAt(searched, stretches[0]!.start) &&
        start > stretches[index - 1]!.start),
  );
  // Of one text in its order, something is left out without a mark.
  return inOrder ? undefined : stretches;

  /** The most parts that so many words hold, if they are enough to be told from chance. */
  function longestRun(all: readonly ComparedWord[][], from: number, together: number, start: number) {
    let run: { start: number; end: number; next: number } | undefined;
    let [length, weight] = [0, 0];
    for (let next = from; next < all.length && length + all[next]!.length <= together;) {
      length += all[next]!.length;
      weight += weigh(all[next]!);
      next++;
      const isSentence = begins(searched, start) && isEnd(searched, start + length - 1);
      if (weight >= fewest.toShorten || isSentence) run = { start, end: start + length, next };
    }
    return run;
  }
}
