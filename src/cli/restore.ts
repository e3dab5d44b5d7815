import { createReadStream } from 'node:fs';
import { readdir, rename } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { readFolder } from '#cli/arguments.ts';
import { contentOf, copyFile, syncFolder } from '#cli/copy-file.ts';
import { databaseFile, type Manifest, readManifest } from '#cli/manifest.ts';
import { openConnections } from '#cli/open-site.ts';
import { CannotDo } from '#cli/told.ts';
import { type Config, readConfig } from '#config.ts';
import { lockFolder } from '#database/lock.ts';
import { migrate } from '#database/migrate.ts';
import { loadPostgresCopy } from '#database/postgres-copy.ts';
import { openPostgres } from '#database/postgres.ts';
import { listTables } from '#database/tables.ts';
import { openBlobs } from '#files/blobs.ts';
import { type DataFolder, openDataFolder } from '#files/data-folder.ts';
import { migrations } from '#schema/migrations/index.ts';

/** Puts a backup back where nothing is, after looking at every byte of it. */
export async function restore(args: readonly string[], config = readConfig()): Promise<number> {
  const from = resolve(readFolder('restore', args));
  const { files, damaged, made } = await restoreFrom(from, config);
  console.log(
    `${files.length} files of ${made} are back in ${resolve(config.data)}. The site can be started.`,
  );
  if (damaged.length > 0)
    console.log(`${damaged.length} were damaged when the backup was made, and are missing.`);
  return 0;
}

/** Verifies first; refuses whatever is damaged, newer than this program, or in the way. */
export async function restoreFrom(from: string, config: Config): Promise<Manifest> {
  const manifest = await readManifest(from);
  await refuse(manifest, config);
  await verify(from, manifest);
  const folder = openDataFolder(resolve(config.data));
  const lock = lockFolder(join(folder.path, 'lock.sqlite'));
  try {
    const blobs = openBlobs(folder);
    for (const { path, sha256, bytes } of manifest.files) {
      if (!path.startsWith('blobs/')) continue;
      const received = await blobs.receive(createReadStream(join(from, path)), bytes);
      if (received.sha256 !== sha256)
        throw new CannotDo(`${path} changed while it was put back. Empty ${folder.path} and try again.`);
      await received.keep();
    }
    // Last: until the database is there, the folder holds no site that could be started by mistake.
    await putBackDatabase(join(from, databaseFile[manifest.database]), manifest, config, folder);
  } finally {
    lock.release();
  }
  return manifest;
}

async function refuse({ database, migration, snowdrop }: Manifest, config: Config): Promise<void> {
  const data = resolve(config.data);
  const there = await readdir(data).catch(() => []);
  if (there.length > 0)
    throw new CannotDo(
      `${data} is not empty. Name another folder in SNOWDROP_DATA, or move that one away first.`,
    );
  const wanted = config.databaseUrl ? 'postgres' : 'sqlite';
  if (database !== wanted) {
    throw new CannotDo(
      database === 'sqlite'
        ? 'This is the backup of a site with SQLite: put it back without DATABASE_URL.'
        : 'This is the backup of a site with PostgreSQL: name an empty database in DATABASE_URL.',
    );
  }
  if (!(migration in migrations))
    throw new CannotDo(`This backup is of a newer Snowdrop, ${snowdrop}. Put it back with that one.`);
  if (config.databaseUrl) await refuseTables(config.databaseUrl);
}

async function refuseTables(databaseUrl: string): Promise<void> {
  const connections = openPostgres(databaseUrl);
  try {
    if ((await listTables(connections.reader)).length === 0) return;
    throw new CannotDo(
      'The PostgreSQL database of DATABASE_URL is not empty: it has tables already. Make a new one.',
    );
  } finally {
    await connections.close();
  }
}

async function verify(from: string, { files, database }: Manifest): Promise<void> {
  if (!files.some(({ path }) => path === databaseFile[database]))
    throw new CannotDo('The backup has no database in it.');
  const wrong: string[] = [];
  for (const { path, sha256, bytes } of files) {
    const content = await contentOf(join(from, path)).catch(() => undefined);
    if (content?.sha256 !== sha256 || content.bytes !== bytes)
      wrong.push(`  ${path} ${content ? 'has changed' : 'cannot be read'}`);
  }
  if (wrong.length === 0) return;
  throw new CannotDo([`This backup is damaged, and nothing was put back:`, ...wrong].join('\n'));
}

async function putBackDatabase(
  copy: string,
  manifest: Manifest,
  config: Config,
  folder: DataFolder,
): Promise<void> {
  if (manifest.database === 'sqlite') {
    const arriving = join(folder.tmp, 'snowdrop.sqlite');
    await copyFile(copy, arriving);
    await rename(arriving, folder.database);
    return syncFolder(folder.path);
  }
  const connections = openConnections(config, folder);
  try {
    // The tables as they were then; the next start brings them up to date.
    const seen = Object.entries(migrations).filter(([name]) => name <= manifest.migration);
    await migrate(connections, Object.fromEntries(seen), () => folder.copies);
    await loadPostgresCopy(connections.writer, copy);
  } finally {
    await connections.close();
  }
}
