import { type Kysely, PostgresAdapter, sql } from 'kysely';

/** Circles among the relatives, keys to a memorial, and who holds one; the switch for the fediverse. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const postgres = db.getExecutor().adapter instanceof PostgresAdapter;
  // Byte order on both databases, as in the first migration.
  const text = postgres ? sql`text collate "C"` : sql`text`;
  await db.schema
    .createTable('circle')
    .addColumn('id', text, (c) => c.primaryKey().notNull())
    .addColumn('family_id', text, (c) => c.notNull().references('family.id'))
    .addColumn('name', text, (c) => c.notNull())
    .addColumn('created_at', text, (c) => c.notNull())
    .execute();
  await db.schema.createIndex('circle_family').on('circle').column('family_id').execute();
  await db.schema
    .createTable('circle_member')
    .addColumn('circle_id', text, (c) => c.notNull().references('circle.id'))
    .addColumn('person_id', text, (c) => c.notNull().references('person.id'))
    .addColumn('created_at', text, (c) => c.notNull())
    .addPrimaryKeyConstraint('circle_member_key', ['person_id', 'circle_id'])
    .execute();

  await db.schema
    .createTable('link_key')
    .addColumn('id', text, (c) => c.primaryKey().notNull())
    .addColumn('memorial_id', text, (c) => c.notNull().references('memorial.id'))
    .addColumn('name', text, (c) => c.notNull())
    .addColumn('key_hash', text, (c) => c.notNull().unique())
    .addColumn('made_by', text, (c) => c.notNull().references('person.id'))
    .addColumn('created_at', text, (c) => c.notNull())
    .addColumn('ends_at', text)
    .addColumn('revoked_at', text)
    .execute();
  await db.schema.createIndex('link_key_memorial').on('link_key').column('memorial_id').execute();
  await db.schema
    .createTable('key_holder')
    .addColumn('token_hash', text, (c) => c.notNull())
    .addColumn('link_key_id', text, (c) => c.notNull().references('link_key.id'))
    .addColumn('created_at', text, (c) => c.notNull())
    .addPrimaryKeyConstraint('key_holder_key', ['token_hash', 'link_key_id'])
    .execute();
  await db.schema.createIndex('key_holder_link_key').on('key_holder').column('link_key_id').execute();

  await db.schema
    .alterTable('memorial')
    .addColumn('federated', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
}
