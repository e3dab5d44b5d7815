import type { Kysely } from 'kysely';

/** A translation that was handed on to somebody else is being written again, also where one was approved. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('translation').addColumn('handed_on_at', 'text').execute();
}
