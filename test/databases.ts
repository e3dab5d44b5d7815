import { DatabaseSync } from 'node:sqlite';
import { types } from '@electric-sql/pglite';
import { PGliteDialect, sql } from 'kysely';
import { afterAll, beforeAll, describe, onTestFinished, test } from 'vitest';
import type { Connections } from '#database/connections.ts';
import { migrate } from '#database/migrate.ts';
import { openPostgres, postgresOn } from '#database/postgres.ts';
import { sqliteOn } from '#database/sqlite.ts';
import { listTables } from '#database/tables.ts';
import { type Database, openDatabase, type React } from '#schema/database.ts';
import { migrations } from '#schema/migrations/index.ts';
import { ownDatabase } from '#test/own-postgres.ts';
import { openPglite } from '#test/pglite.ts';

/** `pglite` is PostgreSQL itself with one connection: true to its SQL, silent about concurrency. */
type Kind = 'sqlite' | 'pglite' | 'postgres';
type Opened = { database: Database; kind: Kind; connections: Connections };
type Open = (react?: React) => Promise<Opened>;
type OpenEmpty = () => Promise<{ connections: Connections; kind: Kind }>;

/** One of the three, started when a test file first needs it. */
type Ground = {
  kind: Kind;
  name: string;
  start(): Promise<void>;
  /** Without any table. */
  empty(): Promise<Connections>;
  /** Makes the tables that `fresh` answers. */
  prepare(): Promise<void>;
  /** With the tables of today and no rows. */
  fresh(): Promise<Connections>;
  stop(): Promise<void>;
};

/**
 * Registers the same tests on every database: SQLite, PGlite, and the PostgreSQL that
 * SNOWDROP_TEST_DATABASE_URL names. `open` answers a database with all tables and no rows; a test
 * calls it once, and it is closed when the test is over. Nothing follows from events unless the test
 * brings its own `react`.
 */
export function eachDatabase(name: string, tests: (open: Open) => void): void {
  onEach(name, (ground) => {
    beforeAll(() => ground.prepare(), patience);
    tests(async (react = async () => {}) => {
      const connections = await ground.fresh();
      const database = openDatabase(connections, react);
      return { database, kind: ground.kind, connections };
    });
  });
}

/** The same for what happens before there are tables. */
export function eachEmptyDatabase(name: string, tests: (open: OpenEmpty) => void): void {
  onEach(name, (ground) => {
    tests(async () => ({ connections: await ground.empty(), kind: ground.kind }));
  });
}

const serverUrl = process.env['SNOWDROP_TEST_DATABASE_URL'];
const grounds = [sqlite(), pglite(), ...(serverUrl ? [postgres(serverUrl)] : [])];
const started = new Map<Ground, Promise<void>>();
// PGlite takes a while to unpack on a busy machine.
const patience = 60_000;

// Every test file loads this module anew, so this is once for each file.
afterAll(() => Promise.all([...started].map(([ground, ready]) => ready.then(() => ground.stop()))), patience);

function onEach(name: string, tests: (ground: Ground) => void): void {
  for (const ground of grounds) {
    describe(`${name}, on ${ground.name}`, () => {
      beforeAll(() => started.getOrInsertComputed(ground, () => ground.start()), patience);
      tests(ground);
    });
  }
  if (serverUrl) return;
  test.skipIf(!process.env['CI'])(`${name}, on PostgreSQL: SNOWDROP_TEST_DATABASE_URL is not set`, () => {
    throw new Error('CI must name a PostgreSQL.');
  });
}

function sqlite(): Ground {
  let template: Uint8Array;
  const empty = (): DatabaseSync => {
    const memory = new DatabaseSync(':memory:');
    memory.exec('pragma foreign_keys = on');
    return memory;
  };
  const lent = (memory: DatabaseSync): Promise<Connections> => {
    onTestFinished(() => {
      if (memory.isOpen) memory.close();
    });
    return Promise.resolve(sqliteOn(memory));
  };
  return {
    kind: 'sqlite',
    name: 'SQLite',
    start: () => Promise.resolve(),
    empty: () => lent(empty()),
    async prepare() {
      const memory = empty();
      await migrateFully(sqliteOn(memory));
      template = memory.serialize();
      memory.close();
    },
    fresh() {
      const memory = empty();
      memory.deserialize(template);
      return lent(memory);
    },
    stop: () => Promise.resolve(),
  };
}

function pglite(): Ground {
  return onServer('pglite', 'PGlite', async () => {
    const engine = await openPglite({ [types.INT8]: Number });
    return postgresOn(new PGliteDialect({ pglite: engine }));
  });
}

function postgres(url: string): Ground {
  return onServer('postgres', 'PostgreSQL', async () => {
    // Never one that stands there already: each file has a database of its own.
    const own = await ownDatabase(url);
    const connections = openPostgres(own.url);
    return {
      ...connections,
      async close() {
        await connections.close();
        await own.drop();
      },
    };
  });
}

/** A server that lives as long as the file; its tables are emptied, or made anew, for each test. */
function onServer(kind: Kind, name: string, open: () => Promise<Connections>): Ground {
  let connections: Connections;
  // A test closes what it was given; the file goes on with it.
  const lent = (): Connections => ({ ...connections, close: () => Promise.resolve() });
  const names = async (): Promise<string[]> =>
    (await listTables(connections.reader)).map((table) => table.name);
  const dropAll = async (): Promise<void> => {
    for (const table of await names())
      await sql`drop table ${sql.table(table)} cascade`.execute(connections.writer);
  };
  let product: string[] = [];
  return {
    kind,
    name,
    async start() {
      connections = await open();
    },
    async empty() {
      await dropAll();
      return lent();
    },
    async prepare() {
      await dropAll();
      await migrateFully(connections);
      product = (await names()).filter((table) => !table.startsWith('kysely_'));
    },
    async fresh() {
      // Emptying a table costs, however empty it is: only those that a test has filled are.
      const looks = product.map((table) => sql`exists (select from ${sql.table(table)}) as ${sql.id(table)}`);
      const { rows } = await sql<Record<string, boolean>>`select ${sql.join(looks)}`.execute(
        connections.reader,
      );
      const filled = product.filter((table) => rows[0]?.[table]);
      if (filled.length > 0) {
        await sql`truncate ${sql.join(filled.map((table) => sql.table(table)))} cascade`.execute(
          connections.writer,
        );
      }
      return lent();
    },
    stop: () => connections.close(),
  };
}

function migrateFully(connections: Connections): Promise<void> {
  return migrate(connections, migrations, () => {
    throw new Error('An empty database needs no copy.');
  });
}
