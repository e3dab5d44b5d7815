import type { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { beforeAll, describe, onTestFinished, test } from 'vitest';
import type { Connections } from '#database/connections.ts';
import { sqliteOn } from '#database/sqlite.ts';
import { listTables } from '#database/tables.ts';
import { type Database, openDatabase, type React } from '#schema/database.ts';
import {
  emptySqlite,
  migrateFully,
  openPgliteCopy,
  openPostgresCopy,
  openSqliteCopy,
} from '#test/templates.ts';

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
};

/**
 * Registers the same tests on both databases: SQLite, and the PostgreSQL that SNOWDROP_TEST_DATABASE_URL
 * names, or PGlite where none is named. `open` answers a database with all tables and no rows; a test
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
// PGlite is PostgreSQL's own engine: it stands in where there is no server, and beside one it would ask twice.
const grounds = [sqlite(), serverUrl ? postgres(serverUrl) : pglite()];
// Files share a process and this module: each ground is started once for all of them, and goes with the run.
const started = new Map<Ground, Promise<void>>();
// PGlite takes a while to unpack on a busy machine.
const patience = 60_000;

function onEach(name: string, tests: (ground: Ground) => void): void {
  for (const ground of grounds) {
    // Many times slower than either of the others: asked before a change lands, and not at each commit.
    const tags = ground.kind === 'pglite' ? ['landing'] : [];
    describe(`${name}, on ${ground.name}`, { tags }, () => {
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
    empty: () => lent(emptySqlite()),
    prepare: () => Promise.resolve(),
    fresh: () => lent(openSqliteCopy()),
  };
}

function pglite(): Ground {
  return onServer('pglite', 'PGlite', openPgliteCopy);
}

function postgres(url: string): Ground {
  return onServer('postgres', 'PostgreSQL', () => openPostgresCopy(url));
}

/** A server that lives as long as the run; its tables are emptied, or dropped, for each test. */
function onServer(kind: Kind, name: string, open: () => Promise<Connections>): Ground {
  let connections: Connections;
  // A test closes what it was given; the next one goes on with it.
  const lent = (): Connections => ({ ...connections, close: () => Promise.resolve() });
  const names = async (): Promise<string[]> =>
    (await listTables(connections.reader)).map((table) => table.name);
  const dropAll = async (): Promise<void> => {
    for (const table of await names())
      await sql`drop table ${sql.table(table)} cascade`.execute(connections.writer);
  };
  let dropped = false;
  let product: string[] = [];
  return {
    kind,
    name,
    async start() {
      connections = await open();
    },
    async empty() {
      await dropAll();
      dropped = true;
      return lent();
    },
    async prepare() {
      if (dropped) {
        await dropAll();
        await migrateFully(connections);
        dropped = false;
      }
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
  };
}
