import { may } from '#audiences/may.ts';
import { viewerOf } from '#audiences/viewer-of.ts';
import type { Viewer } from '#audiences/viewer.ts';
import { NotFound } from '#http/refusals.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { findMemorial } from '#memorials/memorials.ts';
import type { Reader } from '#schema/database.ts';
import type { Tribute } from '#tributes/tribute.ts';
import { type Edition, listVersions } from '#tributes/versions/versions.ts';
import { findTribute } from '#tributes/tributes.ts';

/**
 * A tribute that was published at least once, for somebody of its family who may see it, with those of its
 * versions that they may see. For everybody else, and while it lies in the bin, it is `NotFound`.
 */
export async function readableTribute(
  db: Reader,
  person: { id: string },
  id: string | undefined,
): Promise<{ tribute: Tribute; memorial: Memorial; viewer: Viewer; versions: Edition[] }> {
  const tribute = await findTribute(db, id ?? '');
  const memorial = tribute && (await findMemorial(db, tribute.memorialId));
  const viewer = await viewerOf(db, person);
  if (!memorial || !may(viewer, 'keep', memorial.familyId)) throw new NotFound();
  const versions = await listVersions(db, viewer, memorial, tribute);
  if (versions.length === 0) throw new NotFound();
  return { tribute, memorial, viewer, versions };
}
