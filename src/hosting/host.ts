import { forgetSetting, readSetting, saveSetting } from '#hosting/settings.ts';
import type { Reader, Tx } from '#schema/database.ts';
import type { Site } from '#schema/site.ts';

/** Who looks after this site; nobody before it was claimed. */
export function findHostId(db: Reader): Promise<string | undefined> {
  return readSetting(db, 'host');
}

/** From now on this person looks after it, and nobody can take it over by a link that was made before. */
export async function makeHost(tx: Tx, personId: string): Promise<void> {
  await saveSetting(tx, 'host', personId);
  await forgetSetting(tx, 'hand-over');
}

/** Whether a person looks after this site. */
export async function isHost(site: Site, personId: string): Promise<boolean> {
  return (await findHostId(site.database.reader)) === personId;
}
