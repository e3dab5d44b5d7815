import { type Kysely, PostgresAdapter, type RawBuilder, sql } from 'kysely';

/** Everything a family keeps about a child, every kind of tribute, and what becomes of them in time. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const postgres = db.getExecutor().adapter instanceof PostgresAdapter;
  const text = postgres ? sql`text collate "C"` : sql`text`;
  const number = sql`integer`;
  /** A column that every row has, the ones that stand there already included. */
  const add = (table: string, name: string, type: RawBuilder<unknown>, standard: string | number) =>
    db.schema
      .alterTable(table)
      .addColumn(name, type, (c) => c.notNull().defaultTo(standard))
      .execute();
  const addOptional = (table: string, name: string) =>
    db.schema.alterTable(table).addColumn(name, text).execute();

  for (const name of ['pronunciation', 'pronouns', 'loss', 'resting_place', 'zone'])
    await add('memorial', name, text, '');
  for (const name of ['names', 'measures']) await add('memorial', name, text, '[]');
  for (const name of ['shows_loss', 'shows_measures', 'shows_resting_place', 'shows_siblings', 'by_hand'])
    await add('memorial', name, number, 0);
  // Beneath the name of a page that is open the sentence was seen already.
  await add('memorial', 'shows_sentence', number, 0);
  await sql`update memorial set shows_sentence = 1 where audience = 'everyone'`.execute(db);
  for (const name of ['rests_since', 'leaves_at']) await addOptional('memorial', name);
  await add('memorial_day', 'place', text, '');

  await db.schema
    .createTable('sibling')
    .addColumn('id', text, (c) => c.primaryKey().notNull())
    .addColumn('memorial_id', text, (c) => c.notNull().references('memorial.id'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('name', text, (c) => c.notNull())
    .addColumn('own_memorial_id', text, (c) => c.references('memorial.id'))
    .execute();
  await db.schema.createIndex('sibling_memorial').on('sibling').column('memorial_id').execute();

  for (const table of ['draft', 'tribute_version']) {
    for (const name of ['addressee', 'place', 'keepsake']) await add(table, name, text, '');
    await add(table, 'points_to', text, '[]');
    await addOptional(table, 'cover');
  }
  // A version is never seen by more than it was published for, however wide its tribute is opened later.
  await add('tribute_version', 'audience', text, 'only-me');
  // Whom earlier ones were for was not kept: they stay their writer's.
  await sql`update tribute_version set audience =
    (select audience from tribute where tribute.id = tribute_version.tribute_id)
    where exists (select 1 from tribute where tribute.id = tribute_version.tribute_id
      and tribute.version = tribute_version.number)`.execute(db);
  await addOptional('draft', 'binned_at');

  // A set of words was chosen for the language its family wrote in then.
  await add('memorial', 'word_sets', text, '{}');
  await sql`update memorial set word_sets =
    '{"' || case when language = 'ar' then 'ar' else 'en' end || '":"' || word_set || '"}'`.execute(db);
  await db.schema.alterTable('memorial').dropColumn('word_set').execute();

  await add('tribute', 'happened', text, '');
  await sql`update tribute set happened = coalesce(
    case when length(memory) < 10 then memory || '-~' else memory end, first_published_at, created_at)`.execute(
    db,
  );
  await add('tribute', 'only_for_me', number, 0);
  for (const name of ['position', 'chapter']) {
    await db.schema.alterTable('tribute').addColumn(name, 'integer').execute();
  }
  for (const name of ['binned_at', 'binned_by']) await addOptional('tribute', name);
  await db.schema
    .createIndex('tribute_happened')
    .on('tribute')
    .columns(['memorial_id', 'happened'])
    .execute();

  // Bytes are removed when nothing names their hash any more.
  for (const table of ['photograph', 'picture'])
    await db.schema.createIndex(`${table}_sha256`).on(table).column('sha256').execute();
  await db.schema.createIndex('tribute_binned').on('tribute').column('binned_at').execute();

  await db.schema
    .createTable('tribute_pointer')
    .addColumn('from_id', text, (c) => c.notNull().references('tribute.id'))
    .addColumn('to_id', text, (c) => c.notNull().references('tribute.id'))
    .addColumn('words', text, (c) => c.notNull())
    .addPrimaryKeyConstraint('tribute_pointer_key', ['from_id', 'to_id'])
    .execute();
  await db.schema.createIndex('tribute_pointer_to').on('tribute_pointer').column('to_id').execute();

  await db.schema
    .createTable('schedule')
    .addColumn('tribute_id', text, (c) => c.primaryKey().notNull().references('tribute.id'))
    .addColumn('asked_by', text, (c) => c.notNull().references('person.id'))
    .addColumn('asked_at', text, (c) => c.notNull())
    .addColumn('local_time', text, (c) => c.notNull())
    .addColumn('zone', text, (c) => c.notNull())
    .addColumn('due_at', text, (c) => c.notNull())
    .addColumn('audience', text, (c) => c.notNull())
    .addColumn('words', text, (c) => c.notNull())
    .addColumn('opening', text)
    .addColumn('missed_at', text)
    .execute();
  await db.schema.createIndex('schedule_due').on('schedule').column('due_at').execute();

  await db.schema
    .createTable('signing')
    .addColumn('tribute_id', text, (c) => c.notNull().references('tribute.id'))
    .addColumn('person_id', text, (c) => c.notNull().references('person.id'))
    .addColumn('signs_as', text, (c) => c.notNull())
    .addColumn('asked_at', text, (c) => c.notNull())
    .addColumn('sha256', text, (c) => c.notNull())
    .addColumn('answer', text)
    .addColumn('answered_at', text)
    .addPrimaryKeyConstraint('signing_key', ['tribute_id', 'person_id'])
    .execute();
  await db.schema.createIndex('signing_person').on('signing').column('person_id').execute();

  await db.schema
    .createTable('approval')
    .addColumn('tribute_id', text, (c) => c.primaryKey().notNull().references('tribute.id'))
    .addColumn('asked_at', text, (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('audience', text, (c) => c.notNull())
    .addColumn('note', text)
    .addColumn('returned_at', text)
    .addColumn('returned_by', text, (c) => c.references('person.id'))
    .execute();

  await addOptional('report', 'closed_at');
  // An address that nobody has confirmed yet: it lets nobody in, and two may have written the same.
  await addOptional('person', 'unconfirmed_email');
  await addOptional('invitation', 'welcomed_at');
  // Who joined before this was asked is known to be there.
  await sql`update invitation set welcomed_at = accepted_at`.execute(db);
}
