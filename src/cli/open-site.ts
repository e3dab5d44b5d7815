import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CannotDo, stopForDisk } from '#cli/told.ts';
import type { Config } from '#config.ts';
import type { Connections } from '#database/connections.ts';
import { FolderInUse, lockFolder } from '#database/lock.ts';
import { migrate } from '#database/migrate.ts';
import { openPostgres } from '#database/postgres.ts';
import { openSqlite } from '#database/sqlite.ts';
import { openBlobs } from '#files/blobs.ts';
import { type DataFolder, openDataFolder } from '#files/data-folder.ts';
import { fileMailer } from '#mail/eml-files.ts';
import { reactIn } from '#reactions.ts';
import { openDatabase } from '#schema/database.ts';
import { migrations } from '#schema/migrations/index.ts';
import type { Site } from '#schema/site.ts';

/**
 * Opens a site for one command, whether or not its server runs. The folder's lock keeps out a second
 * server: two would both sweep `tmp` and both work through the jobs. A command does neither, SQLite
 * takes turns between processes by itself (WAL, five seconds of patience), and a blob's name is its
 * content. So a command takes the lock if it is free, which also keeps a server from starting half-way
 * through, and goes without it otherwise. Only with the lock may it change the tables.
 */
export async function openSite(
  config: Config,
  may: { begin: boolean },
): Promise<{ site: Site; close: () => Promise<void> }> {
  if (!may.begin) mustExist(config);
  const folder = openDataFolder(resolve(config.data));
  const lock = lockIfFree(folder);
  const connections = openConnections(config, folder);
  const now = (): string => new Date().toISOString();
  const close = async (): Promise<void> => {
    await connections.close();
    lock?.release();
  };
  try {
    await migrate(connections, migrations, (next) => {
      // Asked only when the tables are to be changed.
      if (!lock)
        throw new CannotDo(
          'The site that runs here is older than this program. Stop it, start this version, and try again.',
        );
      return join(folder.copies, `before-${next}-${now().replaceAll(':', '')}`);
    });
  } catch (error) {
    await close();
    throw error;
  }
  const { url, contact, proxies, mailFrom } = config;
  const mailer = fileMailer(folder.mails, mailFrom);
  const database = openDatabase(connections, reactIn(now));
  // A command asks no machine for anything.
  return {
    site: {
      url,
      database,
      blobs: openBlobs(folder),
      folder,
      mailer,
      drafter: undefined,
      contact,
      proxies,
      now,
    },
    close,
  };
}

/** The database that the settings name. */
export function openConnections(config: Config, folder: DataFolder): Connections {
  return config.databaseUrl ? openPostgres(config.databaseUrl) : openSqlite(folder.database, stopForDisk);
}

/** Refuses to make a new, empty site of what was only a mistyped folder. */
export function mustExist(config: Config): void {
  const path = resolve(config.data);
  if (existsSync(config.databaseUrl ? path : join(path, 'snowdrop.sqlite'))) return;
  throw new CannotDo(`There is no site in ${path}. Start it once, or name its folder in SNOWDROP_DATA.`);
}

function lockIfFree(folder: DataFolder): { release(): void } | undefined {
  try {
    return lockFolder(join(folder.path, 'lock.sqlite'));
  } catch (error) {
    if (error instanceof FolderInUse) return undefined;
    throw error;
  }
}
