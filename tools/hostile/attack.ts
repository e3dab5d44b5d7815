import type { Family } from './family.ts';
import type { Trial } from './trial.ts';

/**
 * The inputs of one group, sent at a running site. Answers how it is known that they arrived at the code they
 * are about, in words for a person; throws `DidNotArrive` when they did not.
 */
export type Attack = (trial: Trial, family: Family) => Promise<string>;

/** The inputs were stopped by something else before: a group that says nothing. */
class DidNotArrive extends Error {}

/** Says how it is known, unless too few arrived. */
export function arrived(count: number, atLeast: number, how: string): string {
  if (count < atLeast) throw new DidNotArrive(`${count} of at least ${atLeast} ${how}`);
  return `${count} ${how}`;
}
