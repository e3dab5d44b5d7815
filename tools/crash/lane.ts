import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownDatabase } from '../../test/own-postgres.ts';
import { readClaimAddress, type RunningSite, startSite } from '../../test/site.ts';
import type { Site } from './checker.ts';
import { type Dice, diceFrom } from './dice.ts';
import { settle } from './family.ts';
import { Journal } from './journal.ts';
import { postgresRows, sqliteRows } from './rows.ts';
import { smallPhotographs } from './small-photographs.ts';
import { Writer } from './writer.ts';

/** A site of its own with a family that writes on four devices, and the checker's journal of it. */
export type Lane = {
  process: RunningSite;
  site: Site;
  journal: Journal;
  writers: Writer[];
  dice: Dice;
  end(): Promise<void>;
};

/** What each of its devices writes. */
const kinds = ['letter', 'chapter', 'keepsake', 'farewell'];

/**
 * Starts a site and settles a family in it: on SQLite, or in a database of its own on the PostgreSQL at
 * `server`; in a folder of its own, or in `data`, which stays.
 */
export async function startLane(
  seed: number,
  where: { server?: string | undefined; data?: string } = {},
): Promise<Lane> {
  const { server } = where;
  const dice = diceFrom(seed);
  const folder = await mkdtemp(join(tmpdir(), 'snowdrop-crash-'));
  const database = server === undefined ? undefined : await ownDatabase(server);
  const process = await startSite({
    // A third of each start would otherwise be compiling, which is nothing that this asks about.
    NODE_COMPILE_CACHE: join(folder, 'compiled'),
    ...(database && { DATABASE_URL: database.url }),
    ...(where.data && { SNOWDROP_DATA: where.data }),
  });
  const data = where.data ?? process.data;
  const end = async (): Promise<void> => {
    await process.end();
    await database?.drop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const family = await settle(process.url, await readClaimAddress(data));
    // What was compiled is written at a stop, never at a kill.
    await process.kill();
    await process.restart();
    const journal = new Journal(join(folder, 'journal.jsonl'));
    const photograph = await smallPhotographs();
    const writers = kinds.map((kind) => new Writer(family, journal, photograph, dice.another(), kind));
    const file = join(data, 'snowdrop.sqlite');
    const rows = () => (database ? postgresRows(database.url) : sqliteRows(file));
    return { process, site: { data, family, rows }, journal, writers, dice, end };
  } catch (error) {
    await end();
    throw error;
  }
}
