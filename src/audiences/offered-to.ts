import { type Audience, circleAudience, isWider } from '#audiences/audience.ts';
import { may } from '#audiences/may.ts';
import type { Viewer } from '#audiences/viewer.ts';
import { listCircles } from '#families/circles/circles.ts';
import type { Reader } from '#schema/database.ts';

/** An audience that can be chosen, and the family's own name for it where it is a circle of theirs. */
export type Offered = { audience: Audience; name?: string };

/**
 * What somebody may publish their own words for in a family, without asking, from the narrowest to the
 * widest; the family's own circles stand between only us and all of the family and friends.
 */
export async function offeredTo(db: Reader, viewer: Viewer, familyId: string): Promise<Offered[]> {
  const ladder = await ladderOf(db, familyId);
  return ladder.filter(
    ({ audience }) => !isWider(audience, 'only-us') || may(viewer, 'open-wider', familyId),
  );
}

/** Every audience that a family has, from the narrowest to the widest. */
export async function ladderOf(db: Reader, familyId: string): Promise<Offered[]> {
  const circles = await listCircles(db, familyId);
  return [
    { audience: 'only-me' },
    { audience: 'only-us' },
    ...circles.map(({ id, name }) => ({ audience: circleAudience(id), name })),
    { audience: 'circle' },
    { audience: 'link' },
    { audience: 'everyone' },
  ];
}
