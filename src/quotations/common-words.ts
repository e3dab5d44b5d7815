/**
 * The longest common subsequence of what is sought and of passages, computed on bits (Crochemore et al. 2001;
 * Hyyrö 2004): a zero stands for each word of the sought that is reached. Costs a step for each word of a
 * passage that is sought, and for each 32 words of the sought.
 */
export class CommonWords {
  readonly #sought: Int32Array;
  readonly #limbs: number;
  /** Of each word that stands somewhere, which one of the sought it is, from 1; of all others 0. */
  readonly #slots: Int32Array;
  /** How often each is sought, and the bits where it stands, forwards and backwards. */
  readonly #often: Uint16Array;
  readonly #forwards: Uint32Array;
  readonly #backwards: Uint32Array;
  readonly #row: Uint32Array;

  /**
   * `slots` has a zero for each word that stands somewhere, and gets them back by `release`: a row of them for
   * every question would be more work than the question.
   */
  constructor(sought: Int32Array, slots: Int32Array) {
    this.#sought = sought;
    this.#limbs = (sought.length + 31) >>> 5;
    this.#slots = slots;
    this.#often = new Uint16Array(sought.length + 1);
    this.#row = new Uint32Array(this.#limbs);
    this.#forwards = new Uint32Array((sought.length + 1) * this.#limbs);
    this.#backwards = new Uint32Array((sought.length + 1) * this.#limbs);
    for (let [at, taken] = [0, 0]; at < sought.length; at++) {
      const number = sought[at]!;
      if (number < 0) continue;
      const slot = (this.#slots[number] ||= ++taken);
      this.#often[slot]!++;
      this.#mark(this.#forwards, slot, at);
      this.#mark(this.#backwards, slot, sought.length - 1 - at);
    }
  }

  release(): void {
    for (const number of this.#sought) if (number >= 0) this.#slots[number] = 0;
  }

  /** How many words a passage can share at most: in whatever order. */
  most(words: Int32Array, start: number, end: number): number {
    const left = this.#often.slice();
    const slots = this.#slots;
    let count = 0;
    for (let place = start; place < end; place++) {
      const slot = slots[words[place]!]!;
      if (left[slot] === 0) continue;
      left[slot]!--;
      count++;
    }
    return count;
  }

  /** How many words a passage shares, in their order. */
  count(words: Int32Array, start: number, end: number): number {
    this.#row.fill(0xffffffff);
    for (let place = start; place < end; place++) {
      const slot = this.#slots[words[place]!]!;
      if (slot !== 0) this.#step(this.#forwards, slot);
    }
    return this.#reached();
  }

  /** After which words of a passage one more is shared, from its start on; their places. */
  ends(words: Int32Array, start: number, end: number): number[] {
    return this.#places(this.#forwards, words, start, end, 1);
  }

  /** The same from its end back. */
  starts(words: Int32Array, start: number, end: number): number[] {
    return this.#places(this.#backwards, words, end - 1, start - 1, -1);
  }

  #places(bits: Uint32Array, words: Int32Array, from: number, until: number, way: 1 | -1): number[] {
    this.#row.fill(0xffffffff);
    const places: number[] = [];
    for (let place = from; place !== until; place += way) {
      const slot = this.#slots[words[place]!]!;
      if (slot === 0) continue;
      this.#step(bits, slot);
      if (this.#reached() > places.length) places.push(place);
    }
    return places;
  }

  #mark(bits: Uint32Array, slot: number, at: number): void {
    bits[slot * this.#limbs + (at >>> 5)]! |= 1 << (at & 31);
  }

  #step(bits: Uint32Array, slot: number): void {
    const row = this.#row;
    const limbs = this.#limbs;
    const first = slot * limbs;
    let carry = 0;
    for (let limb = 0; limb < limbs; limb++) {
      const before = row[limb]!;
      const sought = bits[first + limb]!;
      const sum = before + ((before & sought) >>> 0) + carry;
      carry = sum > 0xffffffff ? 1 : 0;
      row[limb] = sum | (before & ~sought);
    }
  }

  /** What stands beyond the last word is never reached. */
  #reached(): number {
    let zeros = 0;
    for (const limb of this.#row) zeros += ones(~limb);
    return zeros;
  }
}

/** How many bits of a number are set (Warren, Hacker's Delight, 5-1). */
function ones(bits: number): number {
  let left = bits - ((bits >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
