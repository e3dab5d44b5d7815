import type { Reader } from '#schema/database.ts';

/** The zone that a family tells its days in (IANA), as the first of its pages with one has it; empty where none has. */
export async function zoneOfFamily(db: Reader, familyId: string): Promise<string> {
  const known = await db
    .selectFrom('memorial')
    .select('zone')
    .where('family_id', '=', familyId)
    .where('zone', '!=', '')
    .orderBy('created_at')
    .orderBy('id')
    .executeTakeFirst();
  return known?.zone ?? '';
}
