import { type Kysely, PostgresAdapter, sql } from 'kysely';

/** The key that words are signed with. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const postgres = db.getExecutor().adapter instanceof PostgresAdapter;
  const text = postgres ? sql`text collate "C"` : sql`text`;

  await db.schema
    .createTable('words_key')
    .addColumn('id', text, (c) => c.primaryKey().notNull())
    .addColumn('public_key', text, (c) => c.notNull())
    .addColumn('private_key', text, (c) => c.notNull())
    .addColumn('made_at', text, (c) => c.notNull())
    .execute();
}
