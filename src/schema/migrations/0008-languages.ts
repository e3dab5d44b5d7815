import { type Kysely, PostgresAdapter, sql } from 'kysely';

/** The language that somebody reads in; empty while they have not said. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const postgres = db.getExecutor().adapter instanceof PostgresAdapter;
  const text = postgres ? sql`text collate "C"` : sql`text`;

  await db.schema
    .alterTable('person')
    .addColumn('language', text, (c) => c.notNull().defaultTo(''))
    .execute();
}
