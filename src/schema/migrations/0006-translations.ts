import { type Kysely, PostgresAdapter, sql } from 'kysely';

/** Translations of tributes, each by a named person, and what of them was published. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const postgres = db.getExecutor().adapter instanceof PostgresAdapter;
  const text = postgres ? sql`text collate "C"` : sql`text`;

  // They go for good with their tribute, which knows nothing of them.
  await db.schema
    .createTable('translation')
    .addColumn('id', text, (c) => c.primaryKey().notNull())
    .addColumn('tribute_id', text, (c) => c.notNull().references('tribute.id').onDelete('cascade'))
    .addColumn('language', text, (c) => c.notNull())
    .addColumn('translator', text, (c) => c.notNull())
    .addColumn('invited_by', text, (c) => c.notNull().references('person.id'))
    .addColumn('created_at', text, (c) => c.notNull())
    .addColumn('token_hash', text)
    .addColumn('expires_at', text)
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('of_version', 'integer', (c) => c.notNull())
    .addColumn('title', text, (c) => c.notNull())
    .addColumn('paragraphs', text, (c) => c.notNull())
    .addColumn('offered_at', text)
    .addColumn('note', text)
    .addColumn('version', 'integer', (c) => c.notNull())
    .addUniqueConstraint('translation_language', ['tribute_id', 'language'])
    .execute();
  await db.schema.createIndex('translation_token').on('translation').column('token_hash').execute();

  await db.schema
    .createTable('translation_version')
    .addColumn('translation_id', text, (c) => c.notNull().references('translation.id').onDelete('cascade'))
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('of_version', 'integer', (c) => c.notNull())
    .addColumn('translator', text, (c) => c.notNull())
    .addColumn('title', text, (c) => c.notNull())
    .addColumn('text', text, (c) => c.notNull())
    .addColumn('sha256', text, (c) => c.notNull())
    .addColumn('published_at', text, (c) => c.notNull())
    .addColumn('approved_by', text, (c) => c.notNull().references('person.id'))
    .addPrimaryKeyConstraint('translation_version_key', ['translation_id', 'number'])
    .execute();
}
