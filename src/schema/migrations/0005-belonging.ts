import { type Kysely, PostgresAdapter, sql } from 'kysely';

/** Since when each is what they are, what parents are asked to agree to, and what is offered to somebody. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const postgres = db.getExecutor().adapter instanceof PostgresAdapter;
  const text = postgres ? sql`text collate "C"` : sql`text`;

  await db.schema
    .alterTable('member')
    .addColumn('role_since', text, (c) => c.notNull().defaultTo(''))
    .execute();
  // Nobody has become anything else yet than what they came as.
  await sql`update member set role_since = created_at`.execute(db);

  // `about_id` is a parent or a memorial, so it refers to neither table.
  await db.schema
    .createTable('consent')
    .addColumn('family_id', text, (c) => c.notNull().references('family.id'))
    .addColumn('what', text, (c) => c.notNull())
    .addColumn('about_id', text, (c) => c.notNull())
    .addColumn('wanted_by', text, (c) => c.notNull())
    .addColumn('asked_at', text, (c) => c.notNull())
    .addColumn('due_at', text)
    .addColumn('objected_by', text, (c) => c.references('person.id'))
    .addColumn('objected_at', text)
    .addPrimaryKeyConstraint('consent_key', ['family_id', 'what', 'about_id'])
    .execute();
  await db.schema.createIndex('consent_due').on('consent').columns(['what', 'due_at']).execute();

  await db.schema
    .createTable('offer')
    .addColumn('id', text, (c) => c.primaryKey().notNull())
    .addColumn('family_id', text, (c) => c.notNull().references('family.id'))
    .addColumn('person_id', text, (c) => c.notNull().references('person.id'))
    .addColumn('offered_by', text, (c) => c.notNull().references('person.id'))
    .addColumn('what', text, (c) => c.notNull())
    .addColumn('offered_at', text, (c) => c.notNull())
    .addColumn('accepted_at', text)
    .execute();
  await db.schema.createIndex('offer_family').on('offer').column('family_id').execute();
  await db.schema.createIndex('offer_person').on('offer').column('person_id').execute();
}
