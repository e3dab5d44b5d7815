import { type ComparedWord, weigh } from '#quotations/compared-words.ts';
import type { Effort } from '#quotations/effort.ts';
import { sentencesOf, type Stretch } from '#quotations/find-words.ts';
import { fewest, judged, type Judgement, passagesIn, weightOf } from '#quotations/judgement.ts';
import { likeness } from '#quotations/likeness.ts';
import type { Quoted } from '#quotations/quoted.ts';
import { type Searched, textAt } from '#quotations/searched.ts';

const leastLikeness = 0.5;
/** Of a long sentence among others so much is no chance. */
const nearly = 0.75;

/**
 * At least half of the words stand in one passage in their order, or of each sentence in its own; or one long
 * sentence among others is nearly theirs.
 */
export function alteredFrom(
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
