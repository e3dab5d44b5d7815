import type { Role } from '#families/role.ts';

/** Somebody who belongs to a family, and the words that stand under their letters (“Mama”). */
export type Member = { familyId: string; personId: string; role: Role; signsAs: string };

/** Somebody who is a parent, and since when. */
export type Parent = { personId: string; since: string };

/**
 * Whether something was written by nobody who is a parent now: a keeper, or somebody who has left. What its
 * writer cannot do with it because that is for parents (a cover, a photograph for the press), any parent can.
 */
export function isByNoParent(piece: { writerId: string }, parents: readonly Parent[]): boolean {
  return !parents.some(({ personId }) => personId === piece.writerId);
}
