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
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  return tables.filter((table) => table.schema === schema);
}
