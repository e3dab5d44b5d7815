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
import { type Runner, runnerOn } from '#database/sqlite-runner.ts';
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
  const reading = async (): Promise<Runner> => {
    await writerThread.ready;
    opened ??= new DatabaseSync(file, { readOnly: true, timeout: 5000 });
    return runnerOn(opened);
  };
  const writer = sqliteKysely(async () => {
    await writerThread.ready;
    return writerThread;
  });
  return {
    kind: 'sqlite',
    reader: sqliteKysely(reading, false),
    writer,
    copyTo: async (path) => {
      await writer.executeQuery(CompiledQuery.raw('vacuum into ?', [path]));
    },
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
    reader: sqliteKysely(() => Promise.resolve(runner), false),
    writer,
    copyTo: async (path) => {
      await writer.executeQuery(CompiledQuery.raw('vacuum into ?', [path]));
    },
    close: () => Promise.resolve(database.close()),
  };
}

function sqliteKysely(connect: () => Promise<Runner>, exclusive = true): Kysely<unknown> {
  return new Kysely<unknown>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createQueryCompiler: () => new SqliteQueryCompiler(),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createDriver: () => new RunnerDriver(connect, exclusive),
    },
  });
}

/** Kysely's driver over one connection; an exclusive one is handed to one caller at a time. */
class RunnerDriver implements Driver {
  readonly #connect: () => Promise<Runner>;
  readonly #exclusive: boolean;
  #runner: Runner | undefined;
  #turn: Promise<void> = Promise.resolve();
  readonly #release = new WeakMap<DatabaseConnection, () => void>();

  constructor(connect: () => Promise<Runner>, exclusive: boolean) {
    this.#connect = connect;
    this.#exclusive = exclusive;
  }
  async init(): Promise<void> {
    this.#runner = await this.#connect();
  }
  async acquireConnection(): Promise<DatabaseConnection> {
    const runner = this.#runner!;
    const connection: DatabaseConnection = {
      async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
        const { rows, changes } = await runner.run(sql, parameters as SQLInputValue[]);
        return { rows: rows as R[], numAffectedRows: BigInt(changes) };
      },
      streamQuery() {
        throw new Error('Rows are read in pages here, never streamed.');
      },
    };
    if (this.#exclusive) {
      const before = this.#turn;
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#turn = promise;
      this.#release.set(connection, resolve);
      await before;
    }
    return connection;
  }
  releaseConnection(connection: DatabaseConnection): Promise<void> {
    this.#release.get(connection)?.();
    return Promise.resolve();
  }
  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }
  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'));
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
  throw new Error(`SQLite ${version} can lose words in a power cut; ${oldestSafe.join('.')} or newer is needed.`);
}
