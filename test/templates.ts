import { DatabaseSync } from 'node:sqlite';
import { PGlite, types } from '@electric-sql/pglite';
import { PGliteDialect } from 'kysely';
import { readFileSync, rmSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connections } from '#database/connections.ts';
import { migrate } from '#database/migrate.ts';
import { openPostgres, postgresOn } from '#database/postgres.ts';
import { sqliteOn } from '#database/sqlite.ts';
import { migrations } from '#schema/migrations/index.ts';
import { dropCopies, ownDatabase } from '#test/own-postgres.ts';

// Making the tables takes longer than most tests: it is done once for a whole run, and copied from there.

const variables = { folder: 'SNOWDROP_TEST_TEMPLATES', postgres: 'SNOWDROP_TEST_TEMPLATE_DATABASE' };
const files = { sqlite: 'tables.sqlite', pglite: 'tables.tar' };
const parsers = { [types.INT8]: Number };
const ends: (() => Promise<void> | void)[] = [];

/** Makes one database of each kind with the tables of today and no rows (a global setup of vitest). */
export async function setup(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'snowdrop-tables-'));
  ends.push(() => rmSync(folder, { recursive: true, force: true }));
  process.env[variables.folder] = folder;
  const server = process.env['SNOWDROP_TEST_DATABASE_URL'];
  await Promise.all([
    makeSqlite(join(folder, files.sqlite)),
    makePglite(join(folder, files.pglite)),
    server && makePostgres(server),
  ]);
}

export async function teardown(): Promise<void> {
  for (const end of ends.splice(0)) await end();
}

let sqliteBytes: Uint8Array | undefined;

/** An SQLite in memory, of one's own. */
export function openSqliteCopy(): DatabaseSync {
  sqliteBytes ??= readFileSync(madeAt(files.sqlite));
  const memory = emptySqlite();
  memory.deserialize(sqliteBytes);
  return memory;
}

export function emptySqlite(): DatabaseSync {
  const memory = new DatabaseSync(':memory:');
  memory.exec('pragma foreign_keys = on');
  return memory;
}

/** A PGlite of one's own. */
export async function openPgliteCopy(): Promise<Connections> {
  const loadDataDir = new Blob([readFileSync(madeAt(files.pglite))]);
  return postgresOn(new PGliteDialect({ pglite: await PGlite.create({ parsers, loadDataDir }) }));
}

/** A database of one's own in the server that SNOWDROP_TEST_DATABASE_URL names; it goes with the run. */
export async function openPostgresCopy(server: string): Promise<Connections> {
  const { url } = await ownDatabase(server, process.env[variables.postgres]);
  return openPostgres(url);
}

async function makeSqlite(path: string): Promise<void> {
  const memory = emptySqlite();
  await migrateFully(sqliteOn(memory));
  await writeFile(path, memory.serialize());
  memory.close();
}

async function makePglite(path: string): Promise<void> {
  const engine = await PGlite.create({ parsers });
  const connections = postgresOn(new PGliteDialect({ pglite: engine }));
  await migrateFully(connections);
  const dumped = await engine.dumpDataDir('none');
  await writeFile(path, new Uint8Array(await dumped.arrayBuffer()));
  await connections.close();
}

async function makePostgres(server: string): Promise<void> {
  const own = await ownDatabase(server);
  ends.push(() => dropCopies(server, own.name));
  const connections = openPostgres(own.url);
  await migrateFully(connections);
  // Nobody may be connected to a database that is copied.
  await connections.close();
  process.env[variables.postgres] = own.name;
}

export function migrateFully(connections: Connections): Promise<void> {
  return migrate(connections, migrations, () => {
    throw new Error('An empty database needs no copy.');
  });
}

function madeAt(name: string): string {
  return join(process.env[variables.folder] ?? '', name);
}
