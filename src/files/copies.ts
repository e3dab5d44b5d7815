import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

const kept = 5;
// As they are named when they are made: the migration that follows, and the instant.
const made = /^before-.+-(\d{4}-\d\d-\d\dT\d{6}(?:\.\d+)?Z)/;

/**
 * Removes all but the five newest of the copies that were made before the tables changed: each holds what
 * was erased since. What else a host put there stays.
 */
export async function sweepCopies(folder: string): Promise<void> {
  const copies = (await readdir(folder)).flatMap((name) => {
    const at = made.exec(name)?.[1];
    return at === undefined ? [] : [{ name, at }];
  });
  const newestFirst = copies.toSorted((a, b) => (a.at < b.at ? 1 : -1));
  for (const { name } of newestFirst.slice(kept))
    await rm(join(folder, name), { force: true, recursive: true });
}
