import type { Role } from '#families/role.ts';

/** Somebody who belongs to a family, and the words that stand under their letters (“Mama”). */
export type Member = { familyId: string; personId: string; role: Role; signsAs: string };

/** Somebody who is a parent, and since when. */
export type Parent = { personId: string; since: string };
