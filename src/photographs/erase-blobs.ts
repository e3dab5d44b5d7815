import { instantAfter } from '#lib/instant.ts';
import { namedAmong } from '#photographs/erase.ts';
import type { Site } from '#schema/site.ts';

type Parts = Pick<Site, 'database' | 'blobs' | 'now'>;

/** Bytes that no row names yet may belong to an upload that is under way: what is younger than this stays. */
const dayBefore = (now: string): Date => new Date(instantAfter(now, { days: -1 }));

/**
 * Removes those of these files (SHA-256) that nothing names any more: two photographs of the same bytes share
 * one. A file younger than a day is left to `sweepBlobs`.
 */
export async function removeUnnamed(
  { database, blobs, now }: Parts,
  hashes: readonly string[],
): Promise<void> {
  const named = await namedAmong(database.reader, hashes);
  for (const sha256 of hashes) {
    if (!named.has(sha256)) blobs.remove(sha256, dayBefore(now()));
  }
}

/**
 * Removes every file that no row names: what a process left that ended between erasing rows and bytes, or
 * between keeping bytes and naming them.
 */
export async function sweepBlobs(site: Parts): Promise<void> {
  for (const room of await site.blobs.rooms()) await removeUnnamed(site, room);
}
