import { type ComparedWord, comparedWords } from '#quotations/compared-words.ts';

/** What somebody pasted, read in one way: words that must follow each other, and gaps between them. */
export type Quoted = {
  /** What is read of the paste: all of it, or what stands between quotation marks. */
  text: string;
  parts: ComparedWord[][];
  /** A bracket stands before the first word, after the last: it may stand for words of the family's. */
  edges: { before: boolean; after: boolean };
};

// Whoever brackets more than a sentence quotes nothing; without an end, a long paste would be read again and again.
const bracket = /\[([^\]]{0,200})\]/g;
const gap = /[[(（]\s*(?:\.{2,}|…+|中略)\s*[\])）]|…+|\.{3,}/;
/** What opens a quotation, and what can close it. */
const quotationMarks = [
  ['“', /”/g],
  ['„', /[“”]/g],
  ['«', /»/g],
  ['"', /"/g],
  ['「', /」/g],
  ['『', /』/g],
] as const;

/**
 * The ways in which a paste can be meant, the plainest first: `whole` as it stands, and with brackets and
 * three dots as marks of whoever quotes; `inside` only what stands between quotation marks.
 */
export function waysToRead(pasted: string): { whole: Quoted[]; inside: Quoted[] } {
  const ways = { whole: [] as Quoted[], inside: [] as Quoted[] };
  for (const text of new Set([pasted, unhyphened(pasted)])) {
    ways.whole.push(...waysOf([text]));
    const inside = betweenMarks(text);
    if (inside.length > 0) ways.inside.push(...waysOf(inside));
  }
  return ways;
}

/**
 * A paste without the marks that change no word: a word that a line's end cut in two is whole, and a bracket
 * that only changes the case of a letter is none.
 */
export const withoutMarks = (pasted: string): string => unhyphened(pasted).replace(bracket, asLetter);

/** A word that a line's end cut in two. */
const unhyphened = (text: string): string => text.replace(/(\p{L})[-‐]\r?\n\s*(?=\p{L})/gu, '$1');

/** Without a bracket or three dots there is one way only. */
const waysOf = (parts: readonly string[]): Quoted[] =>
  parts.length > 1 || between.test(parts.join().replace(bracket, bracketed))
    ? [literal(parts), edited(parts)]
    : [literal(parts)];

/** Between two parts something else stood. */
const textOf = (parts: readonly string[]): string => parts.join(' … ');

const literal = (parts: readonly string[]): Quoted => ({
  text: textOf(parts),
  parts: [parts.flatMap(comparedWords)],
  edges: { before: false, after: false },
});

// A bracket that touches letters changes only their case; any other stands for something or adds it.
function edited(given: readonly string[]): Quoted {
  const marked = given.map((part) =>
    part.replace(bracket, (whole, inside: string, at: number) => {
      if (gap.test(whole)) return ellipsis;
      const letter = asLetter(whole, inside, at, part);
      return letter === whole ? bracketed : letter;
    }),
  );
  const all = marked.join(ellipsis);
  return {
    text: textOf(given),
    parts: marked
      .flatMap((part) => part.split(between).map(comparedWords))
      .filter(({ length }) => length > 0),
    edges: {
      before: /^[^\p{L}\p{N}\ue000]*\ue000/u.test(all),
      after: /\ue000[^\p{L}\p{N}\ue000]*$/u.test(all),
    },
  };
}

function asLetter(whole: string, inside: string, at: number, part: string): string {
  const touches = /\p{L}/u.test(part[at + whole.length] ?? '') || /\p{L}/u.test(part[at - 1] ?? '');
  return touches && /^\p{L}$/u.test(inside) ? inside : whole;
}

const ellipsis = '…';
// Of the private use area: nobody types it.
const bracketed = '\ue000';
const between = new RegExp(`${bracketed}|${gap.source}`);

function betweenMarks(text: string): string[] {
  const found: { at: number; inside: string }[] = [];
  for (const [opens, closes] of quotationMarks) {
    for (let at = text.indexOf(opens); at !== -1; at = text.indexOf(opens, closes.lastIndex)) {
      closes.lastIndex = at + 1;
      const closing = closes.exec(text);
      // Where nothing closes this one, nothing closes any later one: a long paste is read once.
      if (!closing) break;
      found.push({ at, inside: text.slice(at + 1, closing.index) });
    }
  }
  return found.toSorted((a, b) => a.at - b.at).map(({ inside }) => inside);
}
