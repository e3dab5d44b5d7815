import { type Kysely, PostgresAdapter, sql } from 'kysely';

/** Covers that parents lay over what a keeper wrote: beside the words, which are signed without them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const postgres = db.getExecutor().adapter instanceof PostgresAdapter;
  const text = postgres ? sql`text collate "C"` : sql`text`;
  await db.schema
    .createTable('laid_cover')
    .addColumn('tribute_id', text, (c) =>
      c.primaryKey().notNull().references('tribute.id').onDelete('cascade'),
    )
    .addColumn('covers', text, (c) => c.notNull())
    .addColumn('told', 'integer', (c) => c.notNull())
    .execute();
}
