import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Audience } from '#audiences/audience.ts';
import { canSee, type Seen, visibleBy, visibleTo, type Within } from '#audiences/can-see.ts';
import type { Viewer } from '#audiences/viewer.ts';

/**
 * Whether a viewer may see one version of a published tribute: by the narrowest of three steps, that of
 * the version (the widest it was ever published for), of the tribute as it is now, and of the memorial.
 * So words that were for only us stay that, however wide a later version of them is opened.
 */
export function canSeeVersion(viewer: Viewer, tribute: Seen, version: { audience: Audience }): boolean {
  return canSee(viewer, tribute) && canSee(viewer, { ...tribute, audience: version.audience });
}

/** The same rule as a clause over `tribute_version` joined with its `tribute`; both are tested to agree. */
export function versionVisibleTo(viewer: Viewer, memorial: Within): RawBuilder<SqlBool> {
  const version = { audience: 'tribute_version.audience', writer: 'tribute.writer_id' };
  return sql<SqlBool>`(${visibleTo(viewer, memorial, 'tribute')} and ${visibleBy(viewer, memorial, version)})`;
}
