import { open } from 'node:fs/promises';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { Connections } from '#database/connections.ts';
import { type Runner, runnerOn, watched } from '#database/sqlite-runner.ts';
import { startWriter } from '#database/sqlite-writer.ts';

const oldestSafe = [3, 51, 3] as const;

/**
 * Opens the one file of a small site. Reading happens in this thread; the one connection that writes
 * lives in a worker thread, so that an fsync never holds up a page (decision 0004).
 * `failed` is called when the disk refuses a read, a write or an fsync: nothing may be written after that.
 */
export function openSqlite(file: string, failed: (error: Error) => void): Connections {
  refuseUnsafe(DatabaseSync);
  const writerThread = startWriter(file, failed);
  let opened: DatabaseSync | undefined;
  const reader = sqliteKysely(async () => {
    await writerThread.ready;
    opened = new DatabaseSync(file, { readOnly: true, timeout: 5000 });
    return watched(runnerOn(opened), failed);
  });
  const writer = sqliteKysely(async () => {
    await writerThread.ready;
    return writerThread;
  });
  return {
    kind: 'sqlite',
    reader,
    writer,
    copyTo: (path) => copySqlite(writer, path),
    async close() {
      opened?.close();
      await writerThread.close();
    },
  };
}

/** One connection for both reading and writing, in this thread: for tests. */
export function sqliteOn(database: DatabaseSync): Connections {
  const runner = runnerOn(database);
  const writer = sqliteKysely(() => Promise.resolve(runner));
  return {
    kind: 'sqlite',
    reader: sqliteKysely(() => Promise.resolve(runner)),
    writer,
    copyTo: (path) => copySqlite(writer, path),
    close: () => Promise.resolve(database.close()),
  };
}

async function copySqlite(writer: Kysely<unknown>, path: string): Promise<void> {
  await writer.executeQuery(CompiledQuery.raw('vacuum into ?', [path]));
  // SQLite leaves the copy to the operating system's cache, and readable by whoever may enter the folder.
  const copy = await open(path, 'r+');
  try {
    await copy.chmod(0o600);
    await copy.sync();
  } finally {
    await copy.close();
  }
}

function sqliteKysely(connect: () => Promise<Runner>): Kysely<unknown> {
  return new Kysely<unknown>({
    dialect: {
      createAdapter: () => new OneConnection(),
      createQueryCompiler: () => new SqliteQueryCompiler(),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createDriver: () => new RunnerDriver(connect),
    },
  });
}

/** Kysely hands the one connection to one caller at a time, a whole transaction long. */
class OneConnection extends SqliteAdapter {
  // Kysely thinks of other databases' limits: a migration that is cut off must leave nothing of itself behind.
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** Kysely's driver over one connection. */
class RunnerDriver implements Driver {
  readonly #connect: () => Promise<Runner>;
  #connection: DatabaseConnection | undefined;

  constructor(connect: () => Promise<Runner>) {
    this.#connect = connect;
  }
  async init(): Promise<void> {
    const runner = await this.#connect();
    this.#connection = {
      async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
        const { rows, changes } = await runner.run(sql, parameters as SQLInputValue[]);
        return { rows: rows as R[], numAffectedRows: BigInt(changes) };
      },
      streamQuery() {
        throw new Error('Rows are read in pages here, never streamed.');
      },
    };
  }
  acquireConnection(): Promise<DatabaseConnection> {
    return Promise.resolve(this.#connection!);
  }
  releaseConnection(): Promise<void> {
    return Promise.resolve();
  }
  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }
  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await connection.executeQuery(CompiledQuery.raw('rollback'));
    } catch (error) {
      // A full or failing disk has rolled back already; that error is the one to tell.
      if (!(error instanceof Error && error.message.includes('no transaction is active'))) throw error;
    }
  }
  destroy(): Promise<void> {
    return Promise.resolve();
  }
}

function refuseUnsafe(Sqlite: typeof DatabaseSync): void {
  const memory = new Sqlite(':memory:');
  const { version } = memory.prepare('select sqlite_version() as version').get() as { version: string };
  memory.close();
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  const [a, b, c] = oldestSafe;
  if (major > a || (major === a && (minor > b || (minor === b && patch >= c)))) return;
  throw new Error(
    `SQLite ${version} can lose words in a power cut; ${oldestSafe.join('.')} or newer is needed.`,
  );
}
