import { type Kysely, PostgresAdapter, sql } from 'kysely';

type Then = { translation: { id: string; title: string; around: string } };

/** Translating: the words around a text, who translates and how they are told, and what was taken back. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const postgres = db.getExecutor().adapter instanceof PostgresAdapter;
  const text = postgres ? sql`text collate "C"` : sql`text`;

  const add = (column: string, empty: string) =>
    db.schema
      .alterTable('translation')
      .addColumn(column, text, (c) => c.notNull().defaultTo(empty))
      .execute();
  await add('around', '[]');
  await add('reads_in', '');
  await add('editor', '');
  await db.schema
    .alterTable('translation')
    .addColumn('person_id', text, (c) => c.references('person.id'))
    .execute();
  await db.schema.alterTable('translation').addColumn('email', text).execute();
  await db.schema.alterTable('translation').addColumn('withdrawn_at', text).execute();
  await db.schema
    .alterTable('translation_version')
    .addColumn('around', text, (c) => c.notNull().defaultTo('[]'))
    .execute();

  // A title is one of the words around a text; what it was a translation of was not kept.
  const then = db as Kysely<Then>;
  const titled = await then
    .selectFrom('translation')
    .select(['id', 'title'])
    .where('title', '<>', '')
    .execute();
  for (const { id, title } of titled) {
    const around = JSON.stringify([{ part: 'title', original: '', text: title }]);
    await then.updateTable('translation').set({ around }).where('id', '=', id).execute();
  }
  await db.schema.alterTable('translation').dropColumn('title').execute();
}
