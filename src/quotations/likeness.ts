import { CommonWords } from '#quotations/common-words.ts';
import type { ComparedWord } from '#quotations/compared-words.ts';
import type { Effort } from '#quotations/effort.ts';
import type { Stretch } from '#quotations/find-words.ts';
import { endOf, isEnd, numbersOf, type Searched, textAt } from '#quotations/searched.ts';

/**
 * How much of what is sought stands in one text, in its order, within one passage: the longest common
 * subsequence of the stretches in which most of its rarer words stand. From `least` to 1, with the passage, from
 * the first shared word to the last; nothing where less stands there. Of passages that share as much, the one in
 * the text that counts more.
 */
export function likeness(
  searched: Searched,
  sought: readonly ComparedWord[],
  least: number,
  effort: Effort,
): { share: number; where: Stretch } | undefined {
  const numbers = numbersOf(sought);
  let known = 0;
  for (const number of numbers) if (number >= 0) known++;
  if (known < least * numbers.length) return undefined;
  const shared = new CommonWords(numbers, searched.slots);
  try {
    const best = likest(searched, numbers, shared, Math.ceil(least * numbers.length), effort);
    return best && { share: best.count / numbers.length, where: tightened(shared, searched, best) };
  } finally {
    shared.release();
  }
}

/** The stretch that shares most, where it shares so many words. */
function likest(
  searched: Searched,
  numbers: Int32Array,
  shared: CommonWords,
  least: number,
  effort: Effort,
): (Stretch & { count: number }) | undefined {
  const { words } = searched;
  const steps = (numbers.length + 31) >>> 5;
  let best: (Stretch & { count: number }) | undefined;
  for (const { start, end, most } of candidates(searched, numbers, effort)) {
    const known = best?.count ?? least;
    if (most < known) break;
    if (shared.most(words, start, end) < known) continue;
    effort.spend((end - start) * steps);
    const count = shared.count(words, start, end);
    if (count < known) continue;
    if (!best || count > best.count || start < best.start) best = { count, start, end };
  }
  return best;
}

/** So many words that are not shared stand at most before one, two or three shared ones at an edge. */
const farAway = 5;

/** From the first shared word to the last; a word or two far off from all others are shared by chance. */
function tightened(shared: CommonWords, searched: Searched, { start, end }: Stretch): Stretch {
  const last = nearest(searched, shared.ends(searched.words, start, end)) ?? end - 1;
  const first = nearest(searched, shared.starts(searched.words, start, last + 1)) ?? start;
  return { start: first, end: last + 1 };
}

/** The outermost of the shared words' places that belongs to them, from the inside out. */
function nearest(searched: Searched, places: readonly number[]): number | undefined {
  for (let few = Math.min(3, Math.floor(places.length / 5)); few > 0; few--) {
    const [inner, outer] = [places.at(-few - 1)!, places.at(-few)!];
    const far = Math.abs(outer - inner) > farAway * few;
    if (far || isOtherSentence(searched, inner, outer)) return nearest(searched, places.slice(0, -few));
  }
  return places.at(-1);
}

/** Whether two words that do not follow each other stand in two sentences. */
function isOtherSentence(searched: Searched, inner: number, outer: number): boolean {
  const [from, to] = inner < outer ? [inner, outer] : [outer, inner];
  if (to - from < 2) return false;
  for (let place = from; place < to; place++) if (isEnd(searched, place)) return true;
  return false;
}

/** A stretch that may be the one, and how many words it can share at most. */
type Candidate = Stretch & { most: number };

/**
 * The stretches in which most of the rarer half of the words stand, first those with most: where half of all
 * words are, at least one of any half and one more is. Only their places are looked at, so that long texts cost
 * little.
 */
function candidates(searched: Searched, numbers: Int32Array, effort: Effort): Candidate[] {
  const length = Math.ceil(numbers.length * 1.5) + 2;
  const places = placesOfRarer(searched, numbers, effort);
  const found: (Stretch & { shared: number })[] = [];
  let [text, until, last] = [-1, 0, 0];
  for (let first = 0; first < places.length; first++) {
    const place = places[first]!;
    if (place >= until) {
      text = textAt(searched, place);
      until = endOf(searched, text);
    }
    const end = Math.min(until, place + length);
    last = Math.max(last, first);
    while (last < places.length && places[last]! < end) last++;
    const one = { start: place, end, shared: last - first };
    const before = found.at(-1);
    // Of stretches that nearly are the same, the one that shares most.
    if (!before || place - before.start > length / 4 || before.start < searched.starts[text]!)
      found.push(one);
    else if (one.shared > before.shared) found[found.length - 1] = one;
  }
  // The rarer words that do not stand there cannot be shared.
  const others = numbers.length - rarerOf(numbers);
  return mostShared(found, mostCandidates(numbers.length))
    .toSorted((a, b) => b.shared - a.shared || a.start - b.start)
    .map(({ start, end, shared }) => ({
      // Common words may stand before the first rare one.
      start: Math.max(searched.starts[textAt(searched, start)]!, start - numbers.length),
      end,
      most: others + shared,
    }));
}

/** How many of the words are the rarer half, and one more. */
const rarerOf = ({ length }: Int32Array): number => (length >> 1) + 1;

/** Where these stand in all texts, in order. */
function placesOfRarer({ firsts, places }: Searched, numbers: Int32Array, effort: Effort): Int32Array {
  const often = (number: number): number => (number < 0 ? 0 : firsts[number + 1]! - firsts[number]!);
  // Sorted as numbers: how often, and which.
  const keys = Float64Array.from(numbers, (number) => often(number) * keyed + number + 2).toSorted();
  const rarer = new Set<number>();
  for (const key of keys.subarray(0, rarerOf(numbers))) rarer.add((key % keyed) - 2);
  let count = 0;
  for (const number of rarer) count += often(number);
  effort.spend(4 * count);
  const found = new Int32Array(count);
  let at = 0;
  for (const number of rarer) {
    if (number < 0) continue;
    found.set(places.subarray(firsts[number], firsts[number + 1]), at);
    at += often(number);
  }
  return found.toSorted();
}

/** More than there are words, in any memorial. */
const keyed = 2 ** 26;

/** Of short ones many are compared, of long ones few: it takes some milliseconds. */
const mostCandidates = (length: number): number =>
  Math.max(64, Math.floor(500_000 / (3 * length * ((length + 31) >>> 5))));

/** Those that share most, at most so many and the first of them, without sorting all. */
function mostShared<Found extends { shared: number }>(found: Found[], most: number): Found[] {
  if (found.length <= most) return found;
  const having = new Int32Array(found.reduce((so, { shared }) => Math.max(so, shared), 0) + 1);
  for (const { shared } of found) having[shared]!++;
  let [least, left] = [having.length, most];
  while (left >= having[least - 1]!) left -= having[--least]!;
  return found.filter(({ shared }) => shared >= least || (shared === least - 1 && left-- > 0));
}
