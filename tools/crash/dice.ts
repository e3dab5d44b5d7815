/** Chance that a seed repeats: two runs with one seed choose the same, though the machine's own timing differs. */
export type Dice = {
  /** From 0 up to, and without, 1. */
  roll(): number;
  between(least: number, most: number): number;
  chance(share: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** Chance of its own for somebody, so that one who is quicker does not change what another does. */
  another(): Dice;
};

/** Mulberry32: short, and random enough to choose by. */
export function diceFrom(seed: number): Dice {
  let state = seed >>> 0;
  const roll = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (least: number, most: number): number => least + Math.floor(roll() * (most - least + 1));
  return {
    roll,
    between,
    chance: (share) => roll() < share,
    pick: (from) => from[between(0, from.length - 1)]!,
    another: () => diceFrom(Math.floor(roll() * 2 ** 32)),
  };
}
