import { type Kysely, PostgresAdapter, sql } from 'kysely';

/** The page for the press, the photographs released there in full size, and corrections. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const postgres = db.getExecutor().adapter instanceof PostgresAdapter;
  const text = postgres ? sql`text collate "C"` : sql`text`;

  await db.schema
    .createTable('press')
    .addColumn('memorial_id', text, (c) => c.primaryKey().notNull().references('memorial.id'))
    .addColumn('uses', text, (c) => c.notNull())
    .addColumn('credit', text, (c) => c.notNull())
    .addColumn('contact', text, (c) => c.notNull())
    .addColumn('terms', text, (c) => c.notNull())
    .addColumn('language', text, (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('changed_by', text, (c) => c.notNull().references('person.id'))
    .addColumn('changed_at', text, (c) => c.notNull())
    .execute();

  // A switch of the page, as those for the front page and search engines are: whoever reads it knows it.
  await db.schema
    .alterTable('memorial')
    .addColumn('for_press', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();

  // Each goes for good with its photograph, and a release with its tribute too.
  await db.schema
    .createTable('full_picture')
    .addColumn('photograph_id', text, (c) =>
      c.primaryKey().notNull().references('photograph.id').onDelete('cascade'),
    )
    .addColumn('width', 'integer', (c) => c.notNull())
    .addColumn('height', 'integer', (c) => c.notNull())
    .addColumn('sha256', text, (c) => c.notNull())
    .addColumn('bytes', 'integer', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('released_photograph')
    .addColumn('tribute_id', text, (c) => c.notNull().references('tribute.id').onDelete('cascade'))
    .addColumn('photograph_id', text, (c) => c.notNull().references('photograph.id').onDelete('cascade'))
    .addColumn('memorial_id', text, (c) => c.notNull().references('memorial.id'))
    .addColumn('terms', text, (c) => c.notNull())
    .addColumn('released_by', text, (c) => c.notNull().references('person.id'))
    .addColumn('released_at', text, (c) => c.notNull())
    .addPrimaryKeyConstraint('released_photograph_key', ['tribute_id', 'photograph_id'])
    .execute();
  await db.schema
    .createIndex('released_photograph_memorial')
    .on('released_photograph')
    .column('memorial_id')
    .execute();

  await db.schema
    .createTable('correction')
    .addColumn('id', text, (c) => c.primaryKey().notNull())
    .addColumn('memorial_id', text, (c) => c.notNull().references('memorial.id'))
    .addColumn('publication', text, (c) => c.notNull())
    .addColumn('url', text, (c) => c.notNull())
    .addColumn('printed_on', text)
    .addColumn('printed', text, (c) => c.notNull())
    .addColumn('should_be', text, (c) => c.notNull())
    .addColumn('state', text, (c) => c.notNull())
    .addColumn('shown', 'integer', (c) => c.notNull())
    .addColumn('contact', text, (c) => c.notNull())
    .addColumn('told_at', text)
    .addColumn('passed_at', text)
    .addColumn('declined_at', text)
    .addColumn('created_at', text, (c) => c.notNull())
    .execute();
  await db.schema.createIndex('correction_memorial').on('correction').column('memorial_id').execute();
}
