import { type ComparedWord, comparedWords } from '#quotations/compared-words.ts';

/**
 * A text that may be quoted: an original or an approved translation, in one version; or what stands `around` one,
 * its title or words under a photograph.
 */
export type Quotable = {
  id: string;
  text: string;
  current: boolean;
  original: boolean;
  around?: 'title' | 'caption';
};

/** What is known of a word beside which one it is. */
export const marks = { asked: 1, ends: 2, light: 4 } as const;

/**
 * All texts of a memorial as one row of words, each word a number: the texts that count most come first. What
 * is said of a word stands at its place in rows of numbers, so that a million words take some twenty megabytes.
 */
export type Searched = {
  texts: readonly Quotable[];
  /** Of each text its first place in the row; between two texts is one place of no word. */
  starts: Int32Array;
  words: Int32Array;
  /** Offsets into the word's text, in UTF-16 units. */
  from: Int32Array;
  to: Int32Array;
  marks: Uint8Array;
  numbers: ReadonlyMap<string, number>;
  /** The places of word `n`, in order, stand in `places` from `firsts[n]` to `firsts[n + 1]`. */
  firsts: Int32Array;
  places: Int32Array;
  /** A zero for each word, for whoever compares (`CommonWords`). */
  slots: Int32Array;
};

const noWord = -1;

/** A current version before an earlier one, an original before a translation, a text before its title and captions. */
export const rank = ({ current, original, around }: Quotable): number =>
  (current ? 0 : 6) + (original ? 0 : 3) + (around === undefined ? 0 : around === 'title' ? 1 : 2);

/** Makes texts ready to be searched. */
export function makeSearched(quotable: readonly Quotable[]): Searched {
  const texts = quotable.toSorted((a, b) => rank(a) - rank(b));
  const starts = new Int32Array(texts.length);
  const numbers = new Map<string, number>();
  const row = new Row();
  for (const [index, { text }] of texts.entries()) {
    starts[index] = row.length;
    for (const word of comparedWords(text))
      row.put(
        numbers.getOrInsertComputed(word.word, () => numbers.size),
        word,
      );
    row.put(noWord);
  }
  return {
    texts,
    starts,
    ...row.whole(),
    numbers,
    ...placesOf(row.whole().words, numbers.size),
    slots: new Int32Array(numbers.size),
  };
}

/** Rows of numbers that grow together. */
class Row {
  length = 0;
  #words = new Int32Array(1024);
  #from = new Int32Array(1024);
  #to = new Int32Array(1024);
  #marks = new Uint8Array(1024);

  put(number: number, word?: ComparedWord): void {
    if (this.length === this.#words.length) this.#resize(this.length * 2);
    this.#words[this.length] = number;
    this.#from[this.length] = word?.from ?? 0;
    this.#to[this.length] = word?.to ?? 0;
    this.#marks[this.length] = word
      ? (word.asked ? marks.asked : 0) | (word.ends ? marks.ends : 0) | (word.weight < 1 ? marks.light : 0)
      : marks.ends;
    this.length++;
  }

  whole(): Pick<Searched, 'words' | 'from' | 'to' | 'marks'> {
    if (this.length < this.#words.length) this.#resize(this.length);
    return { words: this.#words, from: this.#from, to: this.#to, marks: this.#marks };
  }

  #resize(length: number): void {
    const moved = <Kind extends Int32Array | Uint8Array>(into: Kind, kept: Kind): Kind => {
      into.set(kept.subarray(0, Math.min(length, this.length)));
      return into;
    };
    this.#words = moved(new Int32Array(length), this.#words);
    this.#from = moved(new Int32Array(length), this.#from);
    this.#to = moved(new Int32Array(length), this.#to);
    this.#marks = moved(new Uint8Array(length), this.#marks);
  }
}

function placesOf(words: Int32Array, size: number): Pick<Searched, 'firsts' | 'places'> {
  const firsts = new Int32Array(size + 1);
  for (const number of words) if (number >= 0) firsts[number + 1]!++;
  for (let number = 0; number < size; number++) firsts[number + 1]! += firsts[number]!;
  const next = firsts.slice();
  const places = new Int32Array(firsts[size] ?? 0);
  for (let place = 0; place < words.length; place++) {
    const number = words[place]!;
    if (number >= 0) places[next[number]!++] = place;
  }
  return { firsts, places };
}

/** Tells each word its number. One that stands in no text keeps a number that nothing equals. */
export function numberWords({ numbers }: Searched, words: readonly ComparedWord[]): void {
  for (const word of words) word.number = numbers.get(word.word) ?? word.number;
}

/** The numbers of words that were told them. */
export const numbersOf = (words: readonly ComparedWord[]): Int32Array =>
  Int32Array.from(words, ({ number }) => number);

/** The index of the text that a place belongs to. */
export function textAt({ starts }: Searched, place: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where a text ends: the place after its last word. */
export const endOf = ({ starts, words }: Searched, text: number): number =>
  (starts[text + 1] ?? words.length) - 1;

export const isEnd = (searched: Searched, place: number): boolean =>
  (searched.marks[place]! & marks.ends) !== 0;

/** Whether a sentence begins at a place. */
export const begins = (searched: Searched, place: number): boolean =>
  place === 0 || isEnd(searched, place - 1);
