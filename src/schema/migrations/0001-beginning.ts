import { type Kysely, PostgresAdapter, sql } from 'kysely';

/** People, families, memorials, letters with photographs, and the jobs behind them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const postgres = db.getExecutor().adapter instanceof PostgresAdapter;
  // Byte order on both databases, so that a list sorts the same everywhere.
  const text = postgres ? sql`text collate "C"` : sql`text`;
  const table = (name: string) => db.schema.createTable(name);

  await table('setting')
    .addColumn('name', text, (c) => c.primaryKey().notNull())
    .addColumn('value', text, (c) => c.notNull())
    .execute();

  await table('person')
    .addColumn('id', text, (c) => c.primaryKey().notNull())
    .addColumn('name', text, (c) => c.notNull())
    .addColumn('email', text, (c) => c.unique())
    .addColumn('created_at', text, (c) => c.notNull())
    .execute();

  await table('passkey')
    .addColumn('id', text, (c) => c.primaryKey().notNull())
    .addColumn('person_id', text, (c) => c.notNull().references('person.id'))
    .addColumn('public_key', text, (c) => c.notNull())
    .addColumn('counter', 'bigint', (c) => c.notNull())
    .addColumn('transports', text, (c) => c.notNull())
    .addColumn('name', text, (c) => c.notNull())
    .addColumn('created_at', text, (c) => c.notNull())
    .addColumn('last_used_at', text)
    .execute();
  await db.schema.createIndex('passkey_person').on('passkey').column('person_id').execute();

  await table('passkey_challenge')
    .addColumn('id', text, (c) => c.primaryKey().notNull())
    .addColumn('challenge', text, (c) => c.notNull())
    .addColumn('person_id', text, (c) => c.references('person.id'))
    .addColumn('expires_at', text, (c) => c.notNull())
    .execute();

  await table('session')
    .addColumn('id', text, (c) => c.primaryKey().notNull())
    .addColumn('token_hash', text, (c) => c.notNull().unique())
    .addColumn('person_id', text, (c) => c.notNull().references('person.id'))
    .addColumn('device', text, (c) => c.notNull())
    .addColumn('created_at', text, (c) => c.notNull())
    .addColumn('last_seen_at', text, (c) => c.notNull())
    .addColumn('expires_at', text, (c) => c.notNull())
    .execute();
  await db.schema.createIndex('session_person').on('session').column('person_id').execute();

  await table('sign_in_attempt')
    .addColumn('id', text, (c) => c.primaryKey().notNull())
    .addColumn('person_id', text, (c) => c.references('person.id'))
    .addColumn('link_hash', text, (c) => c.notNull().unique())
    .addColumn('code_hash', text, (c) => c.notNull())
    .addColumn('tries', 'integer', (c) => c.notNull())
    .addColumn('created_at', text, (c) => c.notNull())
    .addColumn('expires_at', text, (c) => c.notNull())
    .addColumn('used_at', text)
    .execute();

  await table('family')
    .addColumn('id', text, (c) => c.primaryKey().notNull())
    .addColumn('created_at', text, (c) => c.notNull())
    .execute();

  await table('member')
    .addColumn('family_id', text, (c) => c.notNull().references('family.id'))
    .addColumn('person_id', text, (c) => c.notNull().references('person.id'))
    .addColumn('role', text, (c) => c.notNull())
    .addColumn('signs_as', text, (c) => c.notNull())
    .addColumn('created_at', text, (c) => c.notNull())
    .addPrimaryKeyConstraint('member_key', ['family_id', 'person_id'])
    .execute();
  await db.schema.createIndex('member_person').on('member').column('person_id').execute();

  await table('invitation')
    .addColumn('id', text, (c) => c.primaryKey().notNull())
    .addColumn('family_id', text, (c) => c.notNull().references('family.id'))
    .addColumn('role', text, (c) => c.notNull())
    .addColumn('name', text, (c) => c.notNull())
    .addColumn('email', text)
    .addColumn('token_hash', text, (c) => c.notNull().unique())
    .addColumn('invited_by', text, (c) => c.notNull().references('person.id'))
    .addColumn('created_at', text, (c) => c.notNull())
    .addColumn('expires_at', text, (c) => c.notNull())
    .addColumn('accepted_by', text, (c) => c.references('person.id'))
    .addColumn('accepted_at', text)
    .addColumn('revoked_at', text)
    .execute();
  await db.schema.createIndex('invitation_family').on('invitation').column('family_id').execute();

  await table('photograph')
    .addColumn('id', text, (c) => c.primaryKey().notNull())
    .addColumn('family_id', text, (c) => c.notNull().references('family.id'))
    .addColumn('uploaded_by', text, (c) => c.notNull().references('person.id'))
    .addColumn('sha256', text, (c) => c.notNull())
    .addColumn('bytes', 'integer', (c) => c.notNull())
    .addColumn('format', text, (c) => c.notNull())
    .addColumn('width', 'integer', (c) => c.notNull())
    .addColumn('height', 'integer', (c) => c.notNull())
    .addColumn('thumbhash', text, (c) => c.notNull())
    .addColumn('taken', text)
    .addColumn('name', text, (c) => c.notNull())
    .addColumn('created_at', text, (c) => c.notNull())
    .addColumn('prepared_at', text)
    .execute();
  await db.schema.createIndex('photograph_family').on('photograph').column('family_id').execute();

  await table('picture')
    .addColumn('photograph_id', text, (c) => c.notNull().references('photograph.id'))
    .addColumn('size', 'integer', (c) => c.notNull())
    .addColumn('format', text, (c) => c.notNull())
    .addColumn('width', 'integer', (c) => c.notNull())
    .addColumn('height', 'integer', (c) => c.notNull())
    .addColumn('sha256', text, (c) => c.notNull())
    .addColumn('bytes', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('picture_key', ['photograph_id', 'size', 'format'])
    .execute();

  await table('memorial')
    .addColumn('id', text, (c) => c.primaryKey().notNull())
    .addColumn('family_id', text, (c) => c.notNull().references('family.id'))
    .addColumn('created_by', text, (c) => c.notNull().references('person.id'))
    .addColumn('created_at', text, (c) => c.notNull())
    .addColumn('audience', text, (c) => c.notNull())
    .addColumn('address', text)
    .addColumn('language', text, (c) => c.notNull())
    .addColumn('called', text, (c) => c.notNull())
    .addColumn('sentence', text, (c) => c.notNull())
    .addColumn('word_set', text, (c) => c.notNull())
    .addColumn('words', text, (c) => c.notNull())
    .addColumn('drawing', text, (c) => c.notNull())
    .addColumn('portrait_id', text, (c) => c.references('photograph.id'))
    .addColumn('portrait_alternative', text, (c) => c.notNull())
    .addColumn('palette', text, (c) => c.notNull())
    .addColumn('shows_name', 'integer', (c) => c.notNull())
    .addColumn('shows_days', 'integer', (c) => c.notNull())
    .addColumn('shows_portrait', 'integer', (c) => c.notNull())
    .addColumn('listed', 'integer', (c) => c.notNull())
    .addColumn('indexed', 'integer', (c) => c.notNull())
    .addColumn('invented', 'integer', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('memorial_family').on('memorial').column('family_id').execute();

  await table('memorial_address')
    .addColumn('address', text, (c) => c.primaryKey().notNull())
    .addColumn('memorial_id', text, (c) => c.notNull().references('memorial.id'))
    .addColumn('created_at', text, (c) => c.notNull())
    .execute();

  await table('memorial_day')
    .addColumn('id', text, (c) => c.primaryKey().notNull())
    .addColumn('memorial_id', text, (c) => c.notNull().references('memorial.id'))
    .addColumn('kind', text, (c) => c.notNull())
    .addColumn('date', text, (c) => c.notNull())
    .addColumn('words', text, (c) => c.notNull())
    .addColumn('shown', 'integer', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('memorial_day_memorial').on('memorial_day').column('memorial_id').execute();

  await table('tribute')
    .addColumn('id', text, (c) => c.primaryKey().notNull())
    .addColumn('memorial_id', text, (c) => c.notNull().references('memorial.id'))
    .addColumn('kind', text, (c) => c.notNull())
    .addColumn('writer_id', text, (c) => c.notNull().references('person.id'))
    .addColumn('audience', text, (c) => c.notNull())
    .addColumn('address', text, (c) => c.notNull())
    .addColumn('created_at', text, (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('published_at', text)
    .addColumn('first_published_at', text)
    .addColumn('memory', text)
    .execute();
  await db.schema
    .createIndex('tribute_address')
    .unique()
    .on('tribute')
    .columns(['memorial_id', 'address'])
    .execute();

  await table('tribute_version')
    .addColumn('tribute_id', text, (c) => c.notNull().references('tribute.id'))
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('title', text, (c) => c.notNull())
    .addColumn('text', text, (c) => c.notNull())
    .addColumn('sha256', text, (c) => c.notNull())
    .addColumn('language', text, (c) => c.notNull())
    .addColumn('memory', text)
    .addColumn('signed', text, (c) => c.notNull())
    .addColumn('photographs', text, (c) => c.notNull())
    .addColumn('published_at', text, (c) => c.notNull())
    .addColumn('published_by', text, (c) => c.notNull().references('person.id'))
    .addPrimaryKeyConstraint('tribute_version_key', ['tribute_id', 'number'])
    .execute();

  await table('draft')
    .addColumn('id', text, (c) => c.primaryKey().notNull())
    .addColumn('tribute_id', text, (c) => c.notNull().references('tribute.id'))
    .addColumn('writer_id', text, (c) => c.notNull().references('person.id'))
    .addColumn('beside', 'integer', (c) => c.notNull())
    .addColumn('began_from', 'integer', (c) => c.notNull())
    .addColumn('title', text, (c) => c.notNull())
    .addColumn('text', text, (c) => c.notNull())
    .addColumn('language', text, (c) => c.notNull())
    .addColumn('memory', text)
    .addColumn('signed', text, (c) => c.notNull())
    .addColumn('photographs', text, (c) => c.notNull())
    .addColumn('device', text, (c) => c.notNull())
    .addColumn('updated_at', text, (c) => c.notNull())
    .execute();
  await db.schema.createIndex('draft_tribute').on('draft').column('tribute_id').execute();

  await table('picture_use')
    .addColumn('id', text, (c) => c.primaryKey().notNull())
    .addColumn('photograph_id', text, (c) => c.notNull().references('photograph.id'))
    .addColumn('memorial_id', text, (c) => c.notNull().references('memorial.id'))
    .addColumn('tribute_id', text, (c) => c.references('tribute.id'))
    .addColumn('family_id', text, (c) => c.notNull().references('family.id'))
    .addColumn('writer_id', text, (c) => c.notNull().references('person.id'))
    .addColumn('audience', text, (c) => c.notNull())
    .addColumn('within', text, (c) => c.notNull())
    .addColumn('address', text, (c) => c.notNull().unique())
    .execute();
  await db.schema.createIndex('picture_use_photograph').on('picture_use').column('photograph_id').execute();
  await db.schema.createIndex('picture_use_memorial').on('picture_use').column('memorial_id').execute();

  await table('report')
    .addColumn('id', text, (c) => c.primaryKey().notNull())
    .addColumn('memorial_id', text, (c) => c.references('memorial.id'))
    .addColumn('about', text, (c) => c.notNull())
    .addColumn('text', text, (c) => c.notNull())
    .addColumn('email', text)
    .addColumn('created_at', text, (c) => c.notNull())
    .execute();

  await table('kept_answer')
    .addColumn('key', text, (c) => c.primaryKey().notNull())
    .addColumn('person_id', text, (c) => c.notNull())
    .addColumn('location', text, (c) => c.notNull())
    .addColumn('created_at', text, (c) => c.notNull())
    .execute();

  await table('job')
    .addColumn('id', text, (c) => c.primaryKey().notNull())
    .addColumn('kind', text, (c) => c.notNull())
    .addColumn('payload', text, (c) => c.notNull())
    .addColumn('created_at', text, (c) => c.notNull())
    .addColumn('run_at', text, (c) => c.notNull())
    .addColumn('attempts', 'integer', (c) => c.notNull())
    .addColumn('lease_until', text)
    .addColumn('fence', 'integer', (c) => c.notNull())
    .addColumn('failed_at', text)
    .addColumn('last_error', text)
    .execute();
  await db.schema.createIndex('job_due').on('job').columns(['failed_at', 'run_at']).execute();
}
