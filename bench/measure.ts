/** One line of a bench: a median over all rounds, the figure to reach, and its ratio to the reference work. */
export type Figure = {
  what: string;
  /** What it is called where machines read it. */
  name?: string;
  median: number;
  unit: string;
  most?: number;
  ofReference?: number;
};
export type Measured = { rounds: number; reached: boolean; figures: Figure[] };

type Work = { what: string; name?: string; most?: number; run: (round: number) => Promise<void> | void };

/**
 * Times each piece of work once in every round, so that whatever else the machine does falls on all of
 * them alike. The first one is the reference: ratios to it can be compared between machines.
 */
export async function timed(works: readonly [Work, ...Work[]], rounds: number): Promise<Figure[]> {
  const times = works.map((): number[] => []);
  const warming = Math.ceil(rounds / 4);
  for (let round = 0; round < warming + rounds; round++) {
    for (const [at, { run }] of works.entries()) {
      const began = performance.now();
      await run(round);
      if (round >= warming) times[at]!.push(performance.now() - began);
    }
  }
  const medians = times.map(median);
  return works.map(({ what, name, most }, at) => ({
    what,
    ...(name === undefined ? {} : { name }),
    median: rounded(medians[at]!),
    unit: 'ms',
    ...(most === undefined ? {} : { most }),
    ...(at === 0 ? {} : { ofReference: rounded(medians[at]! / medians[0]!) }),
  }));
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

const rounded = (number: number): number => Math.round(number * 100) / 100;
