import { canSee } from '#audiences/can-see.ts';
import { nobody } from '#audiences/viewer.ts';
import type { FullPicture } from '#photographs/full-pictures.ts';
import { type PictureUse, useFrom } from '#photographs/photographs.ts';
import type { Reader, Tx } from '#schema/database.ts';
import type { Release } from '#press/release.ts';

/** A released photograph as everybody gets it: the use it stands at, and the picture in full size. */
export type Released = {
  use: PictureUse & { tributeId: string };
  picture: FullPicture;
  terms: string;
};

/** The photographs of a memorial that everybody gets in full size at this moment, the longest released first. */
export async function listReleased(db: Reader, memorialId: string): Promise<Released[]> {
  const rows = await released(db).where('picture_use.memorial_id', '=', memorialId).execute();
  return rows.map(releasedFrom).filter(({ use }) => canSee(nobody, use));
}

/** The one at the random address of its publication; nothing where nobody gets it there. */
export async function findReleasedAt(db: Reader, address: string): Promise<Released | undefined> {
  const row = await released(db).where('picture_use.address', '=', address).executeTakeFirst();
  const found = row && releasedFrom(row);
  return found && canSee(nobody, found.use) ? found : undefined;
}

/** What a family has released, whoever gets it now: what its piece was narrowed for waits until it comes back. */
export async function listReleases(db: Reader, memorialId: string): Promise<Release[]> {
  const rows = await db
    .selectFrom('released_photograph')
    .selectAll()
    .where('memorial_id', '=', memorialId)
    .orderBy('released_at')
    .orderBy('photograph_id')
    .execute();
  return rows.map((row) => ({
    tributeId: row.tribute_id,
    photographId: row.photograph_id,
    memorialId: row.memorial_id,
    terms: row.terms,
  }));
}

/** Releases a photograph, or gives one that is released other terms. */
export async function saveRelease(tx: Tx, release: Release, by: { id: string }, now: string): Promise<void> {
  const { tributeId, photographId, memorialId, terms } = release;
  await tx
    .insertInto('released_photograph')
    .values({
      tribute_id: tributeId,
      photograph_id: photographId,
      memorial_id: memorialId,
      terms,
      released_by: by.id,
      released_at: now,
    })
    .onConflict((conflict) => conflict.columns(['tribute_id', 'photograph_id']).doUpdateSet({ terms }))
    .execute();
}

export async function removeRelease(
  tx: Tx,
  { memorialId, tributeId, photographId }: Omit<Release, 'terms'>,
): Promise<void> {
  await tx
    .deleteFrom('released_photograph')
    .where('memorial_id', '=', memorialId)
    .where('tribute_id', '=', tributeId)
    .where('photograph_id', '=', photographId)
    .execute();
}

/** Whether a photograph is still released, in whatever piece it stands. */
export async function isReleased(db: Reader, photographId: string): Promise<boolean> {
  const row = await db
    .selectFrom('released_photograph')
    .select('tribute_id')
    .where('photograph_id', '=', photographId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Lets the full pictures go that nothing releases any more, as when a tribute was erased. */
export async function removeUnreleased(tx: Tx): Promise<void> {
  const kept = tx.selectFrom('released_photograph').select('photograph_id');
  await tx.deleteFrom('full_picture').where('photograph_id', 'not in', kept).execute();
}

/** Only while the page for the press is shown, and where some piece still shows the photograph. */
function released(db: Reader) {
  return db
    .selectFrom('released_photograph')
    .innerJoin('memorial', 'memorial.id', 'released_photograph.memorial_id')
    .innerJoin('full_picture', 'full_picture.photograph_id', 'released_photograph.photograph_id')
    .innerJoin('picture_use', (join) =>
      join
        .onRef('picture_use.tribute_id', '=', 'released_photograph.tribute_id')
        .onRef('picture_use.photograph_id', '=', 'released_photograph.photograph_id'),
    )
    .where('memorial.for_press', '=', 1)
    .selectAll('picture_use')
    .select('released_photograph.tribute_id as piece_id')
    .select('released_photograph.terms')
    .select(['full_picture.width', 'full_picture.height', 'full_picture.sha256', 'full_picture.bytes'])
    .orderBy('released_photograph.released_at')
    .orderBy('released_photograph.photograph_id');
}

type ReleasedRow = Parameters<typeof useFrom>[0] & { piece_id: string; terms: string } & Omit<
    FullPicture,
    'photographId'
  >;

function releasedFrom(row: ReleasedRow): Released {
  const { width, height, sha256, bytes, terms } = row;
  return {
    use: { ...useFrom(row), tributeId: row.piece_id },
    picture: { photographId: row.photograph_id, width, height, sha256, bytes },
    terms,
  };
}
