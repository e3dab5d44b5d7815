import { type Kysely, PostgresAdapter, sql } from 'kysely';

/** Passages of a tribute that its family chose to be quoted, by their place in one of its versions. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const postgres = db.getExecutor().adapter instanceof PostgresAdapter;
  const text = postgres ? sql`text collate "C"` : sql`text`;
  await db.schema
    .createTable('ready_quotation')
    .addColumn('id', text, (c) => c.primaryKey().notNull())
    .addColumn('tribute_id', text, (c) => c.notNull().references('tribute.id').onDelete('cascade'))
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('text_from', 'integer', (c) => c.notNull())
    .addColumn('text_to', 'integer', (c) => c.notNull())
    .addColumn('chosen_by', text, (c) => c.notNull().references('person.id'))
    .addColumn('chosen_at', text, (c) => c.notNull())
    .addUniqueConstraint('ready_quotation_once', ['tribute_id', 'version', 'text_from', 'text_to'])
    .execute();
}
