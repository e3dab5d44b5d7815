import { viewerOf } from '#audiences/viewer-of.ts';
import { keeps } from '#audiences/viewer.ts';
import type { Reader } from '#schema/database.ts';

/**
 * The families whose pages somebody keeps no longer and where their name still stands under words of
 * others. What those say is not theirs to read any more; that the name stands there is theirs to end.
 */
export async function listStillSigned(db: Reader, person: { id: string }): Promise<string[]> {
  const viewer = await viewerOf(db, person);
  const rows = await db
    .selectFrom('tribute_version')
    .innerJoin('tribute', (join) =>
      join
        .onRef('tribute.id', '=', 'tribute_version.tribute_id')
        .onRef('tribute.version', '=', 'tribute_version.number'),
    )
    .innerJoin('memorial', 'memorial.id', 'tribute.memorial_id')
    .innerJoin('signing', (join) =>
      join.onRef('signing.tribute_id', '=', 'tribute.id').on('signing.person_id', '=', person.id),
    )
    .select(['memorial.family_id', 'tribute_version.signed'])
    .where('tribute.writer_id', '<>', person.id)
    .where('tribute.published_at', 'is not', null)
    .where('tribute.binned_at', 'is', null)
    .execute();
  const signed = rows.filter(
    (row) => !keeps(viewer, row.family_id) && row.signed.includes(JSON.stringify(person.id)),
  );
  return [...new Set(signed.map((row) => row.family_id))];
}
