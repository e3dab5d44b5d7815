import { readSetting } from '#hosting/settings.ts';
import type { Site } from '#schema/site.ts';

/** Whether a person looks after this site. */
export async function isHost(site: Site, personId: string): Promise<boolean> {
  return (await readSetting(site.database.reader, 'host')) === personId;
}
