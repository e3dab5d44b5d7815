import { portraitsAmong } from '#memorials/memorials.ts';
import { removeUnnamed } from '#photographs/erase-blobs.ts';
import { erasePhotographs, shownAmong } from '#photographs/erase.ts';
import type { Reader } from '#schema/database.ts';
import type { Site } from '#schema/site.ts';
import { photographsOfAll } from '#tributes/bin/binned.ts';

/**
 * The job after something was erased: of the photographs it named (ids with a space between) those go that
 * nothing names any more, with their pictures and their bytes. Rows first, so that none ever dangles. May run
 * twice; what an interrupted run leaves of the bytes is found by `sweepBlobs`.
 */
export async function eraseLeftPhotographs(site: Site, ids: string): Promise<void> {
  const left = ids.split(' ').filter((id) => id !== '');
  if (left.length === 0) return;
  const hashes = await site.database.write(async (tx) => erasePhotographs(tx, await unusedAmong(tx, left)));
  await removeUnnamed(site, hashes);
}

/** Which of these photographs stand nowhere: in no draft, no version, nothing set for later, no portrait. */
async function unusedAmong(db: Reader, ids: readonly string[]): Promise<string[]> {
  const [named, portraits, shown] = await Promise.all([
    photographsOfAll(db),
    portraitsAmong(db, ids),
    shownAmong(db, ids),
  ]);
  return ids.filter((id) => !named.has(id) && !portraits.has(id) && !shown.has(id));
}
