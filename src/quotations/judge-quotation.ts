import { type ComparedWord, weigh } from '#quotations/compared-words.ts';
import { Effort } from '#quotations/effort.ts';
import {
  countTogether,
  findInOrder,
  findTogether,
  sentencesOf,
  type Stretch,
} from '#quotations/find-words.ts';
import { likeness } from '#quotations/likeness.ts';
import { type Quoted, waysToRead } from '#quotations/quoted.ts';
import {
  begins,
  isEnd,
  numbersOf,
  numberWords,
  type Quotable,
  rank,
  type Searched,
  textAt,
} from '#quotations/searched.ts';

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
const fewest = { toFind: 1.5, toShorten: 4, toAlterInside: 8 };
const leastLikeness = 0.5;
/** Of a long sentence among others so much is no chance. */
const nearly = 0.75;
/** Some seconds on a slow machine: no quotation that a newspaper prints comes near to it. */
const mostSteps = 150_000_000;

/**
 * Says what a quotation is, compared with the words of one memorial: by the rules of test/quotations/rules.md,
 * the first that holds. `similarity` is the share of the quotation's words that stand in its passages, from 0 to
 * 1. Nothing is kept. Throws `TooMuch` where that would take too long.
 */
export function judgeQuotation(pasted: string, searched: Searched): Judgement {
  const { whole, inside } = waysToRead(pasted);
  for (const { parts } of [...whole, ...inside]) for (const part of parts) numberWords(searched, part);
  const effort = new Effort(mostSteps);
  return (
    wordForWord(whole, searched, effort) ??
    wordForWord(inside, searched, effort) ??
    alteredFrom(whole, inside, searched, effort) ??
    judged({ text: pasted }, 'not-found', 0, [])
  );
}

function wordForWord(ways: readonly Quoted[], searched: Searched, effort: Effort): Judgement | undefined {
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

const weightOf = ({ parts }: Quoted): number => weigh(parts.flat());

const textOf = (searched: Searched, [first]: readonly Stretch[]): Quotable =>
  searched.texts[textAt(searched, first!.start)]!;

/** A bracket at an edge stands for words, where the family's sentence goes on there. */
const replaces = ({ edges }: Quoted, searched: Searched, { start, end }: Stretch): boolean =>
  (edges.before && !begins(searched, start)) || (edges.after && !isEnd(searched, end - 1));

const judged = (
  { text: read }: Pick<Quoted, 'text'>,
  verdict: Verdict,
  similarity: number,
  passages: Passage[],
): Judgement => ({ verdict, similarity, passages, read });
const kindOf = ({ current, original }: Quotable): Verdict =>
  !current ? 'earlier' : original ? 'exact' : 'translation';

const passagesIn = (searched: Searched, stretches: readonly Stretch[]): Passage[] =>
  stretches.map(({ start, end }) => ({
    id: searched.texts[textAt(searched, start)]!.id,
    from: searched.from[start]!,
    to: searched.to[end - 1]!,
  }));

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

/**
 * At least half of the words stand in one passage in their order, or of each sentence in its own; or one long
 * sentence among others is nearly theirs.
 */
function alteredFrom(
  whole: readonly Quoted[],
  inside: readonly Quoted[],
  searched: Searched,
  effort: Effort,
): Judgement | undefined {
  // A few words between quotation marks are not what a long paste is about.
  const enough = Math.min(fewest.toAlterInside, Math.max(...whole.map(weightOf), 0) / 2);
  const ways = [...whole, ...inside.filter((way) => weightOf(way) >= enough)].filter(
    (way) => weightOf(way) >= fewest.toShorten,
  );
  const sentences = (way: Quoted): LikeSentences => likeSentences(searched, way, effort);
  return (
    best(ways.map((way) => likeOnePassage(searched, way, effort))) ??
    best(ways.map((way) => sentences(way)).map((like) => (like.lacks ? undefined : like.judgement))) ??
    best(ways.map((way) => sentences(way)).map((like) => (like.isNear ? like.judgement : undefined)))
  );
}

const best = (judgements: readonly (Judgement | undefined)[]): Judgement | undefined =>
  judgements
    .filter((one) => one !== undefined)
    .reduce<Judgement | undefined>((a, b) => (a && a.similarity >= b.similarity ? a : b), undefined);

function likeOnePassage(searched: Searched, way: Quoted, effort: Effort): Judgement | undefined {
  const words = way.parts.flat();
  const found = likeness(searched, words, leastLikeness, effort);
  if (!found) return undefined;
  const { judgement, common } = likeSentences(searched, way, effort, found.where);
  // What was put together from far and wide is shown from there.
  if (judgement && common > found.share * words.length + fewest.toShorten) return judgement;
  return judged(way, 'altered', found.share, passagesIn(searched, [found.where]));
}

type LikeSentences = {
  judgement: Judgement | undefined;
  /** How many words stand in the passages. */
  common: number;
  /** Whether a sentence stands nowhere; whether a long one nearly does. */
  lacks: boolean;
  isNear: boolean;
};

/**
 * Each sentence in the passage that it is most like, where at least half of it is. Where most of all stands in one
 * text, only what nearly stands in another is from there, and not alike by chance.
 */
function likeSentences(searched: Searched, way: Quoted, effort: Effort, most?: Stretch): LikeSentences {
  const units = enoughTogether(way.parts.flatMap(sentencesOf));
  const like: LikeSentences = { judgement: undefined, common: 0, lacks: false, isNear: false };
  if (units.length < 2) return { ...like, lacks: true };
  const stretches: Stretch[] = [];
  for (const words of units) {
    const found = likeness(searched, words, leastLikeness, effort);
    const elsewhere = most && found && textAt(searched, found.where.start) !== textAt(searched, most.start);
    if (!found || (elsewhere && found.share < nearly)) {
      like.lacks = true;
      continue;
    }
    stretches.push(found.where);
    like.common += found.share * words.length;
    like.isNear ||= found.share >= nearly && weigh(words) >= fewest.toAlterInside;
  }
  if (stretches.length > 0)
    like.judgement = judged(
      way,
      'altered',
      like.common / units.flat().length,
      passagesIn(searched, joined(searched, stretches)),
    );
  return like;
}

/** So few words of the family's between two passages are what is missing, and not another place. */
const mostBetween = 12;

function joined(searched: Searched, stretches: readonly Stretch[]): Stretch[] {
  const all: Stretch[] = [];
  for (const one of stretches) {
    const last = all.at(-1);
    const isNext =
      last &&
      one.start >= last.end &&
      one.start - last.end <= mostBetween &&
      textAt(searched, one.start) === textAt(searched, last.start);
    if (isNext) last.end = one.end;
    else all.push({ ...one });
  }
  return all;
}

/** Sentences that are too short to be told from chance go with the next, the last of them with the one before. */
function enoughTogether(sentences: readonly ComparedWord[][]): ComparedWord[][] {
  const units: ComparedWord[][] = [];
  let open: ComparedWord[] = [];
  for (const sentence of sentences) {
    open = [...open, ...sentence];
    if (weigh(open) < fewest.toShorten) continue;
    units.push(open);
    open = [];
  }
  if (open.length > 0) units.push([...(units.pop() ?? []), ...open]);
  return units;
}
