import { type Kysely, PostgresAdapter, sql } from 'kysely';

/** Signing in, whole: recovery codes, browsers that are known, when it was last proved who somebody is. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const postgres = db.getExecutor().adapter instanceof PostgresAdapter;
  const text = postgres ? sql`text collate "C"` : sql`text`;

  await db.schema
    .createTable('recovery_code')
    .addColumn('code_hash', text, (c) => c.primaryKey().notNull())
    .addColumn('person_id', text, (c) => c.notNull().references('person.id'))
    .addColumn('created_at', text, (c) => c.notNull())
    .addColumn('used_at', text)
    .execute();
  await db.schema.createIndex('recovery_code_person').on('recovery_code').column('person_id').execute();

  await db.schema
    .createTable('known_browser')
    .addColumn('mark_hash', text, (c) => c.primaryKey().notNull())
    .addColumn('person_id', text, (c) => c.notNull().references('person.id'))
    .addColumn('last_used_at', text, (c) => c.notNull())
    .addColumn('forgotten_at', text)
    .execute();
  await db.schema.createIndex('known_browser_person').on('known_browser').column('person_id').execute();

  await db.schema
    .alterTable('session')
    .addColumn('confirmed_at', text, (c) => c.notNull().defaultTo(''))
    .execute();
  // Whoever signed in proved then who they are.
  await sql`update session set confirmed_at = created_at`.execute(db);
  await db.schema.alterTable('session').addColumn('mark_hash', text).execute();
  await db.schema
    .alterTable('sign_in_attempt')
    .addColumn('purpose', text, (c) => c.notNull().defaultTo('sign-in'))
    .execute();
}
