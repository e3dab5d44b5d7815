import { type Kysely, PostgresAdapter, sql } from 'kysely';

/** Since when the host paused a page. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const postgres = db.getExecutor().adapter instanceof PostgresAdapter;
  const text = postgres ? sql`text collate "C"` : sql`text`;
  await db.schema.alterTable('memorial').addColumn('paused_since', text).execute();
}
