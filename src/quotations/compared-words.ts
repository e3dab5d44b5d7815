/** A word as it is compared, and where it stands in the text that it was read from. */
export type ComparedWord = {
  word: string;
  /** Offsets into the text, in UTF-16 units. */
  from: number;
  to: number;
  /** A question mark follows: where the family has none, it makes a doubt of what was said. */
  asked: boolean;
  /** A sentence or a paragraph ends after it. */
  ends: boolean;
  /** Which word it is among those that are searched (`Searched`); below zero, it stands nowhere. */
  number: number;
  /** One for a word; a half for a sign of a script that is written without spaces. */
  weight: number;
};

const invisible = '\\u00ad\\u061c\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff';
// A modifier letter that people type as an apostrophe (U+02BC) parts words as one does.
const run = new RegExp(`[[\\p{L}\\p{M}\\p{N}${invisible}]--\u02bc]+`, 'gv');
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u30fc]/u;
const signOrWord = new RegExp(`${unspaced.source}|(?:(?!${unspaced.source})[^])+`, 'gu');
/** Most words of many languages, which need nothing but small letters. */
const plain = /^[a-z0-9]+$/i;

/**
 * The words of a text as they are compared: what is only typing (case, spaces, punctuation, composed forms,
 * digits of another script, vowel signs, ß and ss) makes no difference, an accent does. Scripts without
 * spaces are compared sign by sign, since no two segmenters cut them alike.
 */
export function comparedWords(text: string): ComparedWord[] {
  const words: ComparedWord[] = [];
  let behind = 0;
  for (const { 0: raw, index } of text.matchAll(run)) {
    const last = words.at(-1);
    if (last) mark(last, text, behind, index);
    behind = index + raw.length;
    if (plain.test(raw)) words.push(comparedWord(raw.toLowerCase(), index, behind, 1));
    else words.push(...wordsIn(raw, index));
  }
  const last = words.at(-1);
  if (last) {
    mark(last, text, behind, text.length);
    last.ends = true;
  }
  return words;
}

const comparedWord = (word: string, from: number, to: number, weight: number): ComparedWord => ({
  word,
  from,
  to,
  asked: false,
  ends: false,
  number: -2,
  weight,
});

/** The words or signs of one run of letters that stands at an offset. */
function wordsIn(raw: string, index: number): ComparedWord[] {
  const folded = fold(raw);
  const isExact = folded.length === raw.length;
  let at = 0;
  return Array.from(folded.matchAll(signOrWord), ([part]) => {
    const from = isExact ? index + at : index;
    at += part.length;
    const to = isExact ? index + at : index + raw.length;
    return comparedWord(part, from, to, unspaced.test(part) ? 0.5 : 1);
  });
}

export const weigh = (words: readonly ComparedWord[]): number =>
  words.reduce((sum, { weight }) => sum + weight, 0);

function mark(word: ComparedWord, text: string, from: number, to: number): void {
  if (to === from + 1 && text.charCodeAt(from) === space) return;
  const between = text.slice(from, to);
  word.asked = /[?？؟]/.test(between);
  word.ends = /[.!?…。．！？؟]|\n\s*\n/.test(between);
}
const space = 0x20;

const invisibles = new RegExp(`[${invisible}]`, 'gu');

function fold(raw: string): string {
  return raw
    .replace(invisibles, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u064b-\u0652\u0670\u0640]/g, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ß/g, 'ss')
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/\p{Nd}/gu, digit);
}

// The digits of a script stand in one row of ten (Unicode, Nd), the first of them zero.
function digit(sign: string): string {
  const code = sign.codePointAt(0)!;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String(code - zero);
}
