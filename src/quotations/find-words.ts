import type { ComparedWord } from '#quotations/compared-words.ts';
import type { Effort } from '#quotations/effort.ts';
import type { Quoted } from '#quotations/quoted.ts';
import { isEnd, marks, numbersOf, type Searched, textAt } from '#quotations/searched.ts';

/** A stretch of one text: places of its words among all that are searched, the end not included. */
export type Stretch = { start: number; end: number };

/** Looking at one place is as much work as so many words that are compared there. */
const eachPlace = 10;

/** Where these words stand together, word for word: the places of the first, in the order of the texts. */
export function findTogether(searched: Searched, sought: readonly ComparedWord[], effort: Effort): number[] {
  const { firsts, places } = searched;
  const numbers = numbersOf(sought);
  if (numbers.length === 0 || numbers.some((number) => number < 0)) return [];
  const often = (at: number): number => firsts[numbers[at]! + 1]! - firsts[numbers[at]!]!;
  let rarest = 0;
  for (let at = 1; at < numbers.length; at++) if (often(at) < often(rarest)) rarest = at;
  const found: number[] = [];
  const from = firsts[numbers[rarest]!]!;
  for (let at = from; at < from + often(rarest); at++) {
    const start = places[at]! - rarest;
    const matched = countTogether(searched, sought, numbers, start);
    effort.spend(matched + eachPlace);
    if (matched === sought.length) found.push(start);
  }
  return found;
}

/** How many of these words stand together from a place on. */
export function countTogether(
  { words, marks: marked }: Searched,
  sought: readonly ComparedWord[],
  numbers: Int32Array,
  start: number,
): number {
  if (start < 0) return 0;
  for (let at = 0; at < numbers.length; at++) {
    if (words[start + at] !== numbers[at]) return at;
    // A question mark that the family has not makes a doubt of what was said.
    if (sought[at]!.asked && (marked[start + at]! & marks.asked) === 0) return at;
  }
  return numbers.length;
}

/**
 * Finds what was quoted in each text, word for word and in its order: part by part with a gap between them,
 * and with whole sentences left out where a sentence ends. Of each text the place where least is left out.
 */
export function findInOrder(searched: Searched, quoted: Quoted, effort: Effort): Stretch[][] {
  const parts = quoted.parts.flatMap((part, index) =>
    sentencesOf(part).map((words, at) => ({ length: words.length, words, marked: index > 0 && at === 0 })),
  );
  const places: number[][] = [];
  for (const { words } of parts) {
    const found = findTogether(searched, words, effort);
    if (found.length === 0) return [];
    places.push(found);
  }
  const best = new Map<number, Stretch[]>();
  for (const start of places[0] ?? []) {
    const found = chainFrom(start);
    if (!found) continue;
    const text = textAt(searched, start);
    const before = best.get(text);
    if (!before || found.length < before.length) best.set(text, found);
  }
  return [...best.values()];

  function chainFrom(start: number): Stretch[] | undefined {
    let last = { start, end: start + parts[0]!.length };
    const found = [last];
    const text = textAt(searched, start);
    const until = searched.starts[text + 1] ?? searched.words.length;
    for (let part = 1; part < parts.length; part++) {
      const { length, marked } = parts[part]!;
      const next = nextPlace(places[part]!, last.end, until, marked);
      if (next === undefined) return undefined;
      if (next === last.end) last.end = next + length;
      else found.push((last = { start: next, end: next + length }));
    }
    return found;
  }

  /** The first place that goes on at `end`, or after a gap that readers see or that leaves sentences whole. */
  function nextPlace(at: readonly number[], end: number, until: number, marked: boolean): number | undefined {
    for (let index = lowest(at, end); index < at.length && at[index]! < until; index++) {
      effort.spend(1);
      const place = at[index]!;
      if (place === end || marked) return place;
      if (!isEnd(searched, end - 1)) return undefined;
      if (isEnd(searched, place - 1)) return place;
    }
    return undefined;
  }
}

/** The index of the first number that is not less. */
function lowest(numbers: readonly number[], least: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A quotation's words, cut where a sentence ends in it. */
export function sentencesOf(words: readonly ComparedWord[]): ComparedWord[][] {
  const sentences: ComparedWord[][] = [[]];
  for (const word of words) {
    sentences.at(-1)!.push(word);
    if (word.ends) sentences.push([]);
  }
  return sentences.filter(({ length }) => length > 0);
}
