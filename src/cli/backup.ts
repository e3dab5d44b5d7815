import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { readFolder } from '#cli/arguments.ts';
import { type Content, contentOf, copyFile, syncFolder } from '#cli/copy-file.ts';
import { blobFile, databaseFile, type Manifest, writeManifest } from '#cli/manifest.ts';
import { mustExist, openConnections } from '#cli/open-site.ts';
import { CannotDo } from '#cli/told.ts';
import { type Config, readConfig } from '#config.ts';
import { readCopy } from '#database/copy.ts';
import { openBlobs } from '#files/blobs.ts';
import { type DataFolder, openDataFolder } from '#files/data-folder.ts';

/** Copies everything a site keeps into an empty folder, while the site runs. */
export async function backUp(args: readonly string[], config = readConfig()): Promise<number> {
  const into = resolve(readFolder('backup', args));
  mustExist(config);
  const { files, damaged } = await backUpInto(config, into);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  console.log(`${files.length} files, ${Math.ceil(bytes / 1e6)} MB, are safe in ${into}.`);
  if (damaged.length === 0) return 0;
  console.error('These are not: the database names them, but the site has them no longer as they came.');
  for (const { sha256, is } of damaged)
    console.error(`  ${blobFile(sha256)} ${is === 'missing' ? 'is missing' : 'has changed'}`);
  console.error(
    `Look for them in older backups. What is left of the changed ones is in ${join(into, 'damaged')}.`,
  );
  return 1;
}

/**
 * The database is copied first: a blob is there before any row names it and is never changed, so that
 * everything the copy names can be copied after. Neither needs the folder's lock.
 */
export async function backUpInto(config: Config, into: string): Promise<Manifest> {
  const folder = openDataFolder(resolve(config.data));
  await prepare(into, folder);
  const { kind, migration, named, database } = await copyDatabase(config, folder, into);
  const files: Manifest['files'] = [database];
  const damaged: Manifest['damaged'] = [];
  const blobs = openBlobs(folder);
  for (const sha256 of named.keys().toArray().toSorted()) {
    const is = await copyBlob(blobs.pathOf(sha256), sha256, into);
    if ('damaged' in is) damaged.push({ sha256, is: is.damaged });
    else files.push({ path: blobFile(sha256), ...is });
  }
  const rooms = new Set([...files.map(({ path }) => dirname(path)), 'blobs', '.']);
  for (const room of rooms) await syncFolder(join(into, room));
  const manifest: Manifest = {
    snowdrop: await ownVersion(),
    migration,
    database: kind,
    made: new Date().toISOString(),
    files,
    damaged,
  };
  await writeManifest(into, manifest);
  await syncFolder(into);
  await syncFolder(dirname(into));
  return manifest;
}

async function prepare(into: string, folder: DataFolder): Promise<void> {
  const within = relative(folder.path, into);
  if (within === '' || (!within.startsWith('..') && !isAbsolute(within))) {
    throw new CannotDo(
      'A backup inside the data folder would be lost with it. Name a folder elsewhere, best on another disk.',
    );
  }
  await mkdir(into, { recursive: true, mode: 0o700 });
  if ((await readdir(into)).length > 0)
    throw new CannotDo(`${into} is not empty. Every backup needs a folder of its own.`);
  await mkdir(join(into, 'blobs'), { mode: 0o700 });
}

async function copyDatabase(config: Config, folder: DataFolder, into: string) {
  const connections = openConnections(config, folder);
  const { kind } = connections;
  const path = databaseFile[kind];
  const copy = join(into, path);
  try {
    await connections.copyTo(copy);
  } finally {
    await connections.close();
  }
  const { migrations, files: named } = await readCopy(kind, copy);
  const migration = migrations.at(-1);
  if (migration === undefined) throw new CannotDo('This database holds no site yet.');
  return { kind, migration, named, database: { path, ...(await contentOf(copy)) } };
}

async function copyBlob(
  from: string,
  sha256: string,
  into: string,
): Promise<Content | { damaged: 'missing' | 'changed' }> {
  const to = join(into, blobFile(sha256));
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  try {
    const content = await copyFile(from, to);
    if (content.sha256 === sha256) return content;
  } catch (error) {
    await rm(to, { force: true });
    if (codeOf(error) === 'ENOENT') return { damaged: 'missing' };
    // A bad sector: this one cannot be read, the others may be.
    if (codeOf(error) === 'EIO') return { damaged: 'changed' };
    throw error;
  }
  // Half a photograph can be all that is left of it: kept, but never under the name of the whole.
  await rm(to);
  await mkdir(join(into, 'damaged'), { recursive: true, mode: 0o700 });
  await copyFile(from, join(into, 'damaged', sha256));
  return { damaged: 'changed' };
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;

async function ownVersion(): Promise<string> {
  const { version } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  return version;
}
