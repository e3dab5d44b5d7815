import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { type Audience, audiences, isWider, narrower } from '#audiences/audience.ts';
import { type Around, stepOf } from '#audiences/step-of.ts';
import { keeps, type Viewer } from '#audiences/viewer.ts';

/** What can be seen or not: its family, who wrote it, for whom it is, and the step around it (`stepOf`). */
export type Seen = { familyId: string; writerId: string; audience: Audience; within: Audience };

/**
 * Whether a viewer may see a thing that is published. The one rule for every representation: whoever
 * may see a narrower step sees every wider one; “only me” is the writer's alone, even among parents.
 */
export function canSee(viewer: Viewer, { familyId, writerId, audience, within }: Seen): boolean {
  // The writer of an “only me” thing is looking at the thing's own step; the memorial is at least “only us”.
  const step = narrower(audience, within);
  if (step === 'only-me')
    return viewer.kind === 'person' && viewer.id === writerId && keeps(viewer, familyId);
  return !isWider(narrowestOpenTo(viewer, familyId), step);
}

/** The narrowest step, of those shared with others, that a viewer reaches in a family. */
function narrowestOpenTo(viewer: Viewer, familyId: string): Audience {
  return keeps(viewer, familyId) ? 'only-us' : 'everyone';
}

/**
 * The same rule as the first clause of a query over the things of one memorial; `table` has the
 * columns `audience` and `writer_id`. `canSee` and this are tested to agree.
 */
export function visibleTo(
  viewer: Viewer,
  memorial: { familyId: string } & Around,
  table: 'tribute' | 'picture_use',
): RawBuilder<SqlBool> {
  return visibleBy(viewer, memorial, { audience: `${table}.audience`, writer: `${table}.writer_id` });
}

/** The same for things whose step and whose writer stand in columns of these names. */
export function visibleBy(
  viewer: Viewer,
  memorial: { familyId: string } & Around,
  columns: { audience: string; writer: string },
): RawBuilder<SqlBool> {
  const { familyId } = memorial;
  const within = stepOf(memorial);
  const shared = audiences.filter(
    (audience) => audience !== 'only-me' && canSee(viewer, { familyId, writerId: '', audience, within }),
  );
  const audience = sql.ref(columns.audience);
  const open = shared.length === 0 ? sql<SqlBool>`1 = 0` : sql<SqlBool>`${audience} in (${sql.join(shared)})`;
  if (viewer.kind === 'nobody' || !keeps(viewer, familyId)) return open;
  const written = sql<SqlBool>`${sql.ref(columns.writer)} = ${viewer.id}`;
  const own = within === 'only-me' ? written : sql<SqlBool>`(${audience} = 'only-me' and ${written})`;
  return sql<SqlBool>`(${open} or ${own})`;
}
