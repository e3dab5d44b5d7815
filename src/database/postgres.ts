import { type Dialect, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Connections } from '#database/connections.ts';
import { copyPostgres } from '#database/postgres-copy.ts';

const int8 = 20;

/** Opens a PostgreSQL 15 or newer. */
export function openPostgres(url: string): Connections {
  const types = new pg.TypeOverrides();
  // Sizes and counts fit a JavaScript number by far; a string would silently concatenate.
  types.setTypeParser(int8, Number);
  const pool = new pg.Pool({ connectionString: url, types, max: 10 });
  // An idle connection that the server ends is replaced at the next use.
  pool.on('error', () => {});
  // One that it ends at work fails its query; unheard, the same error would end the whole process.
  pool.on('connect', (client) => client.on('error', () => {}));
  return postgresOn(new PostgresDialect({ pool }));
}

/** Connections over anything that speaks PostgreSQL; by itself for tests, which bring PGlite. */
export function postgresOn(dialect: Dialect): Connections {
  const db = new Kysely<unknown>({ dialect });
  return {
    kind: 'postgres',
    reader: db,
    writer: db,
    copyTo: (path) => copyPostgres(db, path),
    close: () => db.destroy(),
  };
}
