import { viewerOf } from '#audiences/viewer-of.ts';
import { keeps } from '#audiences/viewer.ts';
import { NotFound } from '#http/refusals.ts';
import type { Reader } from '#schema/database.ts';
import { findDrafts } from '#tributes/writing/drafts.ts';
import { tributeFrom } from '#tributes/tribute-rows.ts';
import { saysNothing, type Draft, type Tribute, type Words } from '#tributes/tribute.ts';
import { findVersion } from '#tributes/versions/versions.ts';

/**
 * What somebody wrote for a child whose page they keep no longer: it stays theirs. They read it, take it
 * back from readers, take it out and erase it; nobody else sees more of it than before.
 */
export type Kept = {
  tribute: Tribute;
  familyId: string;
  /** What readers have, where they have anything; else what was written last. */
  words: Words;
  /** A change that was never published, and what was kept beside from other devices. */
  unpublished: readonly Draft[];
  /** When the child's page goes away for good, and this with it; and the zone its family tells days in. */
  leavesAt: string | undefined;
  zone: string;
};

/** Everything that is kept so for a person, the newest first; not what lies in their bin, or is empty. */
export async function listKept(db: Reader, person: { id: string }): Promise<Kept[]> {
  const viewer = await viewerOf(db, person);
  const written = db
    .selectFrom('tribute')
    .innerJoin('memorial', 'memorial.id', 'tribute.memorial_id')
    .where('tribute.writer_id', '=', person.id)
    .where('tribute.binned_at', 'is', null);
  const families = await written.select('memorial.family_id').distinct().execute();
  const gone = families.map((row) => row.family_id).filter((id) => !keeps(viewer, id));
  if (gone.length === 0) return [];
  const rows = await written
    .selectAll('tribute')
    .select(['memorial.family_id', 'memorial.leaves_at', 'memorial.zone'])
    .where('memorial.family_id', 'in', gone)
    .orderBy('tribute.created_at', 'desc')
    .orderBy('tribute.id', 'desc')
    .execute();
  const all = await Promise.all(
    rows.map(async (row): Promise<Kept | undefined> => {
      const tribute = tributeFrom(row);
      const { draft, beside } = await findDrafts(db, tribute.id);
      const published =
        tribute.publishedAt === undefined ? undefined : await findVersion(db, tribute.id, tribute.version);
      const words = published ?? draft;
      if (!words || (!published && beside.length === 0 && saysNothing(words))) return undefined;
      const unpublished = published && draft ? [draft, ...beside] : beside;
      const { family_id: familyId, leaves_at: leavesAt, zone } = row;
      return { tribute, familyId, words, unpublished, leavesAt: leavesAt ?? undefined, zone };
    }),
  );
  return all.filter((one) => one !== undefined);
}

/** One of them; `NotFound` for everything else. */
export async function findKept(db: Reader, person: { id: string }, id: string | undefined): Promise<Kept> {
  const kept = (await listKept(db, person)).find(({ tribute }) => tribute.id === id);
  if (!kept) throw new NotFound();
  return kept;
}
