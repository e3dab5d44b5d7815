import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { type Audience, audiences, circleAudience, circleIn, narrower, stepIn } from '#audiences/audience.ts';
import { type Around, stepOf } from '#audiences/step-of.ts';
import { belongs, holdsKeyTo, isInCircle, keeps, type Viewer } from '#audiences/viewer.ts';

/** What can be seen or not: where it stands, who wrote it, for whom it is, and the step around it (`stepOf`). */
export type Seen = {
  familyId: string;
  memorialId: string;
  writerId: string;
  audience: Audience;
  within: Audience;
};

/** The memorial that things stand in, as the rule needs it. */
export type Within = { id: string; familyId: string } & Around;

/**
 * Whether a viewer may see a thing that is published. The one rule for every representation: whoever
 * may see a narrower step sees every wider one; “only me” is the writer's alone, even among parents.
 */
export function canSee(viewer: Viewer, { familyId, memorialId, writerId, audience, within }: Seen): boolean {
  // The writer of an “only me” thing is looking at the thing's own step; the memorial is at least “only us”.
  const seenBy = narrower(audience, within);
  if (keeps(viewer, familyId))
    return seenBy !== 'only-me' || (viewer.kind === 'person' && viewer.id === writerId);
  const circle = circleIn(seenBy);
  if (circle !== undefined) return isInCircle(viewer, familyId, circle);
  switch (stepIn(seenBy)) {
    case 'everyone':
      return true;
    case 'link':
      return belongs(viewer, familyId) || holdsKeyTo(viewer, memorialId);
    case 'circle':
      return belongs(viewer, familyId);
    case 'only-us':
    case 'only-me':
      return false;
  }
}

/** A piece of a memorial as the rule sees it. */
export function seenIn(
  memorial: Within,
  { writerId, audience }: { writerId: string; audience: Audience },
): Seen {
  const { id: memorialId, familyId } = memorial;
  return { familyId, memorialId, writerId, audience, within: stepOf(memorial) };
}

/** Whether a viewer may see a child's page at all; what stands on it is asked piece by piece. */
export function canSeeMemorial(viewer: Viewer, memorial: Within & { createdBy: string }): boolean {
  return canSee(viewer, seenIn(memorial, { writerId: memorial.createdBy, audience: 'everyone' }));
}

/**
 * The same rule as the first clause of a query over the things of one memorial; `table` has the
 * columns `audience` and `writer_id`. `canSee` and this are tested to agree.
 */
export function visibleTo(
  viewer: Viewer,
  memorial: Within,
  table: 'tribute' | 'picture_use',
): RawBuilder<SqlBool> {
  return visibleBy(viewer, memorial, { audience: `${table}.audience`, writer: `${table}.writer_id` });
}

/** The same for things whose audience and whose writer stand in columns of these names. */
export function visibleBy(
  viewer: Viewer,
  memorial: Within,
  columns: { audience: string; writer: string },
): RawBuilder<SqlBool> {
  const { id: memorialId, familyId } = memorial;
  const within = stepOf(memorial);
  const audience = sql.ref(columns.audience);
  if (viewer.kind === 'person' && keeps(viewer, familyId)) {
    // All of the family's, whatever circles it has by now, but nobody else's own.
    const written = sql<SqlBool>`${sql.ref(columns.writer)} = ${viewer.id}`;
    return within === 'only-me' ? written : sql<SqlBool>`(${audience} <> 'only-me' or ${written})`;
  }
  const circles = viewer.kind === 'person' ? [...viewer.circles].map(circleAudience) : [];
  const shared = [...audiences, ...circles].filter((one) =>
    canSee(viewer, { familyId, memorialId, writerId: '', audience: one, within }),
  );
  return shared.length === 0 ? sql<SqlBool>`1 = 0` : sql<SqlBool>`${audience} in (${sql.join(shared)})`;
}
