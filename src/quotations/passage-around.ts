import { comparedWords } from '#quotations/compared-words.ts';
import type { Passage } from '#quotations/judgement.ts';

/** So much of a sentence is shown beside a passage, and of what was left out at each end: characters. */
const mostAround = 300;
/** So many words at an edge stand in the place of others; more are somebody else's sentence. */
const mostReplaced = 3;

const sentenceEnds = /[.!?…。．！？؟]["”’»」』)\]]*\s*$|\n\s*\n\s*$/;
const sentenceEndsFirst = /^[^\p{L}\p{N}]*?(?:[.!?…。．！？؟]|\n\s*\n)/u;

/** A passage with the question mark behind its last word: without it, it would be another sentence. */
export function withQuestion(text: string, { id, from, to }: Passage): Passage {
  return { id, from, to: to + (/^[^\p{L}\p{N}\s]*[?？؟]/u.exec(text.slice(to, to + 10))?.[0].length ?? 0) };
}

/**
 * Passages with the family's words in whose place others were put at the edges: `before` the first and `after`
 * each of them stand so many words that are not the family's. As far as the sentence goes.
 */
export function withReplaced(
  textOf: (id: string) => string,
  passages: readonly Passage[],
  { before, after }: { before: number; after: readonly number[] },
): Passage[] {
  return passages.map(({ id, from, to }, index) => {
    const text = textOf(id);
    const next = passages[index + 1];
    const until = next?.id === id && next.from >= to ? next.from : text.length;
    const ahead = index === 0 ? replacedBefore(text.slice(0, from).slice(-mostAround), before) : 0;
    const behind = replacedAfter(text.slice(to, Math.min(until, to + mostAround)), after[index] ?? 0);
    return { id, from: from - ahead, to: to + behind };
  });
}

/** How far back from a passage the words begin in whose place so many others stand. */
function replacedBefore(near: string, count: number): number {
  if (count === 0 || count > mostReplaced || sentenceEnds.test(near)) return 0;
  const words = comparedWords(near);
  const begins = words.findLastIndex(({ ends }, index) => ends && index < words.length - 1) + 1;
  const first = words[Math.max(begins, words.length - count)];
  return first ? near.length - first.from : 0;
}

/** How far behind a passage they end. */
function replacedAfter(behind: string, count: number): number {
  if (count === 0 || count > mostReplaced || sentenceEndsFirst.test(behind)) return 0;
  const words = comparedWords(behind).slice(0, count);
  return (words.find(({ ends }) => ends) ?? words.at(-1))?.to ?? 0;
}

/** What stands before a passage in its sentence. */
export function sentenceBefore(text: string): string {
  const near = text.slice(-mostAround);
  if (near.trim() === '' || sentenceEnds.test(near)) return '';
  const last = comparedWords(near).findLast(({ ends }, index, all) => ends && index < all.length - 1);
  const from = last ? last.to + (/^[^\p{L}\p{N}]*?\s+/u.exec(near.slice(last.to))?.[0].length ?? 0) : 0;
  return (last || near.length === text.length ? '' : '… ') + near.slice(from).trimStart();
}

/** What stands after it. */
export function sentenceAfter(text: string): string {
  const near = text.slice(0, mostAround);
  const ends = /^[^]*?(?:[.!?…。．！？؟]["”’»」』)\]]*(?=\s|$|\p{L})|(?=\n\s*\n))/u.exec(near);
  if (ends) return ends[0].trimEnd();
  return near.trimEnd() + (near.length === text.length ? '' : ' …');
}

/** What was left out, of much its beginning and its end: so many characters of each. */
export const shortened = (text: string, most = mostAround): string =>
  text.length <= 2 * most ? text : `${text.slice(0, most).trimEnd()} […] ${text.slice(-most).trimStart()}`;
