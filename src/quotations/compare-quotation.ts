import { diffArrays } from 'diff';
import { type ComparedWord, comparedWords } from '#quotations/compared-words.ts';
import { withoutMarks } from '#quotations/quoted.ts';

/**
 * A stretch of a quotation beside the family's words: in both (as the family wrote it), only in the family's
 * (`missing`), or only in the quotation (`foreign`).
 */
export type Stretch = { kind: 'same' | 'missing' | 'foreign'; text: string };
/** What became of the family's words in a quotation, passage by passage, and how many of each there are. */
export type Compared = {
  passages: Stretch[][];
  counts: { quoted: number; same: number; missing: number; foreign: number };
  /** How many words that are not the family's stand before its first word, and after each passage. */
  edges: { before: number; after: number[] };
  /** What is counted: words, or the signs of a script that is written without spaces. */
  unit: 'words' | 'signs';
};

/** More differences than this, and nobody could follow them: the passages are shown as they are. */
const mostDifferences = 1500;

type Placed = { word: ComparedWord; passage: number };

/**
 * Compares a quotation with the passages that it is from, word by word, as `comparedWords` compares them: what
 * is only typing is no difference. Joining `same` and `missing` of a passage gives it back letter for letter.
 */
export function compareQuotation(passages: readonly string[], pasted: string): Compared {
  const quotation = withoutMarks(pasted);
  const printed = comparedWords(quotation);
  const theirs = passages.flatMap((text, passage) =>
    comparedWords(text).map((word): Placed => ({ word, passage })),
  );
  const changes = diffArrays<ComparedWord>(
    theirs.map(({ word }) => word),
    printed,
    { maxEditLength: mostDifferences, comparator: isSame },
  ) ?? [
    { count: theirs.length, added: false, removed: true },
    { count: printed.length, added: true, removed: false },
  ];
  const shown = passages.map((text) => new Passage(text));
  const counts = { quoted: printed.length, same: 0, missing: 0, foreign: 0 };
  const edges = { before: 0, after: passages.map(() => 0) };
  let [at, printedAt, passage] = [0, 0, 0];
  for (const { count, added, removed } of changes) {
    if (added) {
      const run = printed.slice(printedAt, (printedAt += count));
      shown[passage]?.add(quotation, run, printed[printedAt]);
      counts.foreign += count;
      if (at === 0) edges.before = count;
      else if (theirs[at]?.passage !== passage) edges.after[passage] = count;
      continue;
    }
    if (!removed) printedAt += count;
    counts[removed ? 'missing' : 'same'] += count;
    for (const placed of theirs.slice(at, (at += count))) {
      ({ passage } = placed);
      shown[passage]?.take(placed.word, removed ? 'missing' : 'same');
    }
  }
  const signs = printed.filter(({ weight }) => weight < 1).length;
  return {
    passages: shown.map((one) => one.stretches()),
    counts,
    edges,
    unit: signs > printed.length / 2 ? 'signs' : 'words',
  };
}

// A question mark that was put in makes a doubt of what was said.
const isSame = (theirs: ComparedWord, printed: ComparedWord): boolean =>
  theirs.word === printed.word && (theirs.asked || !printed.asked);

/** The family's own text of one passage, given out word by word with all that stands between. */
class Passage {
  readonly #text: string;
  readonly #stretches: Stretch[] = [];
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  take({ to }: ComparedWord, kind: 'same' | 'missing'): void {
    this.#put(kind, this.#text.slice(this.#at, to));
    this.#at = to;
  }

  /** Words that are not the family's; what is no word belongs to neither and is left out. */
  add(quotation: string, run: readonly ComparedWord[], next: ComparedWord | undefined): void {
    const [first, last] = [run[0], run.at(-1)];
    if (!first || !last) return;
    // Words of a script with spaces stand apart from those of the family.
    const space = first.weight < 1 ? '' : ' ';
    const [before, after] = this.#at > 0 ? [space, ''] : ['', space];
    const mark = last.asked ? /^[^]*?[?？؟]/.exec(quotation.slice(last.to, next?.from))?.[0] : '';
    this.#put('foreign', before + quotation.slice(first.from, last.to) + (mark ?? '') + after);
  }

  stretches(): Stretch[] {
    const rest = this.#text.slice(this.#at);
    if (rest !== '') this.#put('same', rest);
    return this.#stretches;
  }

  #put(kind: Stretch['kind'], text: string): void {
    const last = this.#stretches.at(-1);
    if (last?.kind === kind) last.text += text;
    else if (text !== '') this.#stretches.push({ kind, text });
  }
}
