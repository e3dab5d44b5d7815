import { may } from '#audiences/may.ts';
import type { Viewer } from '#audiences/viewer.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { correctionsPath } from '#press/paths.ts';
import { readTold } from '#press/told.ts';
import type { Reader } from '#schema/database.ts';

/** That strangers told of wrong quotations, and no parent has decided about them. */
export type WaitingCorrection = { what: 'correction'; name: ''; memorial: Memorial; path: string };

/** The memorials of these about which a parent was told something, whenever they wish to read it. */
export async function listWaitingCorrections(
  db: Reader,
  viewer: Viewer,
  memorials: readonly Memorial[],
): Promise<WaitingCorrection[]> {
  const decided = memorials.filter(({ familyId }) => may(viewer, 'decide', familyId));
  const all = await Promise.all(
    decided.map(async (memorial) => ({ memorial, ...(await readTold(db, memorial)) })),
  );
  return all
    .filter(({ told }) => told.length > 0)
    .map(({ memorial }) => ({ what: 'correction', name: '', memorial, path: correctionsPath(memorial) }));
}
