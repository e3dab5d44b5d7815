import type { Kysely } from 'kysely';

/** Home asks at each visit what somebody translates, and must not read every translation for it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('translation_person').on('translation').column('person_id').execute();
}
