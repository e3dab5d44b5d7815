import { type Kysely, PostgresAdapter, sql, type TableMetadata } from 'kysely';

/** The schema that unqualified names lead to; `undefined` on SQLite, which has none. */
export async function currentSchema(db: Kysely<unknown>): Promise<string | undefined> {
  if (!(db.getExecutor().adapter instanceof PostgresAdapter)) return undefined;
  const { rows } = await sql<{ name: string }>`select current_schema() as name`.execute(db);
  return rows[0]?.name;
}

/** The tables of this site alone: a PostgreSQL database may hold others' in schemas of their own. */
export async function listTables(db: Kysely<unknown>): Promise<TableMetadata[]> {
  const schema = await currentSchema(db);
  const tables = await settled(() => db.introspection.getTables({ withInternalKyselyTables: true }));
  return tables.filter((table) => table.schema === schema);
}

// PostgreSQL's catalogue can lose another schema's table between two looks at it: undefined_table, and "cache lookup failed".
const passing = new Set(['42P01', '3F000', 'XX000']);

async function settled<T>(look: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await look();
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (tries === 5 || !passing.has(code)) throw error;
    }
  }
}
