import type { Reader } from '#schema/database.ts';
import { tributeFrom } from '#tributes/tribute-rows.ts';
import type { Published, Tribute } from '#tributes/tribute.ts';
import { findVersion } from '#tributes/versions/versions.ts';

type Of = { familyId: string; personId: string };

/** Everything that somebody writes for the children of a family, wherever it stands. */
export async function listWrittenBy(db: Reader, { familyId, personId }: Of): Promise<Tribute[]> {
  const rows = await inFamily(db, familyId)
    .selectAll('tribute')
    .where('tribute.writer_id', '=', personId)
    .orderBy('tribute.created_at')
    .execute();
  return rows.map(tributeFrom);
}

/** What somebody published there that others than they can see, in the order it was first published. */
export async function listSharedBy(db: Reader, { familyId, personId }: Of): Promise<Published[]> {
  return (await listPublished(db, familyId)).filter(
    ({ writerId, audience }) => writerId === personId && audience !== 'only-me',
  );
}

/** What others published there with somebody's name under it. */
export async function listSignedBy(db: Reader, { familyId, personId }: Of): Promise<Published[]> {
  return (await listPublished(db, familyId)).filter(
    ({ writerId, words }) =>
      writerId !== personId && words.signed.some((signature) => signature.personId === personId),
  );
}

/** Whoever wrote something in a memorial that is not in the bin. */
export async function listWriters(db: Reader, memorialId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('tribute')
    .select('writer_id')
    .distinct()
    .where('memorial_id', '=', memorialId)
    .where('binned_at', 'is', null)
    .orderBy('writer_id')
    .execute();
  return rows.map((row) => row.writer_id);
}

/** What is published in a family, whoever may see it: whoever asks this decides that next. */
async function listPublished(db: Reader, familyId: string): Promise<Published[]> {
  const rows = await inFamily(db, familyId)
    .selectAll('tribute')
    .where('tribute.published_at', 'is not', null)
    .where('tribute.binned_at', 'is', null)
    .orderBy('tribute.first_published_at')
    .orderBy('tribute.id')
    .execute();
  const all = await Promise.all(
    rows.map(async (row): Promise<Published | undefined> => {
      const tribute = tributeFrom(row);
      const words = await findVersion(db, tribute.id, tribute.version);
      return words && { ...tribute, publishedAt: row.published_at ?? words.publishedAt, words };
    }),
  );
  return all.filter((one) => one !== undefined);
}

function inFamily(db: Reader, familyId: string) {
  return db
    .selectFrom('tribute')
    .innerJoin('memorial', 'memorial.id', 'tribute.memorial_id')
    .where('memorial.family_id', '=', familyId);
}
