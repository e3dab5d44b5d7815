import { audienceOf } from '#audiences/audience.ts';
import type { Audience } from '#audiences/audience.ts';
import { versionVisibleTo } from '#audiences/can-see-version.ts';
import type { Around } from '#audiences/step-of.ts';
import type { Viewer } from '#audiences/viewer.ts';
import type { Reader, Tx } from '#schema/database.ts';
import { kindOf, versionFrom, wordsRow } from '#tributes/tribute-rows.ts';
import type { Signature, Tribute, Version } from '#tributes/tribute.ts';

type In = { id: string; familyId: string } & Around;

/** A version without its words: its number, when it was published, by whom, and for whom at most. */
export type Edition = { number: number; publishedAt: string; publishedBy: string; audience: Audience };

/**
 * The versions of a tribute that a viewer may see, the first one first. Of a tribute that is withdrawn
 * only its writer sees any; of one in the bin nobody does.
 */
export async function listVersions(
  db: Reader,
  viewer: Viewer,
  memorial: In,
  tribute: { id: string },
): Promise<Edition[]> {
  const rows = await seen(db, viewer, memorial)
    .where('tribute_version.tribute_id', '=', tribute.id)
    .select([
      'tribute_version.number',
      'tribute_version.published_at',
      'tribute_version.published_by',
      'tribute_version.audience',
    ])
    .orderBy('tribute_version.number')
    .execute();
  return rows.map((row) => ({
    number: row.number,
    publishedAt: row.published_at,
    publishedBy: row.published_by,
    audience: audienceOf(row.audience),
  }));
}

/** Of a version what is said of it where its words are cited, without the words. */
export type Heading = Pick<Version, 'title' | 'language' | 'signed' | 'number' | 'publishedAt' | 'sha256'> & {
  tribute: Pick<Tribute, 'id' | 'address' | 'kind' | 'version'>;
};

/** All versions of all tributes of a memorial that a viewer may see, without their words. */
export async function listHeadings(db: Reader, viewer: Viewer, memorial: In): Promise<Heading[]> {
  const rows = await seen(db, viewer, memorial)
    .select(['tribute.id', 'tribute.address', 'tribute.kind', 'tribute.version'])
    .select(['tribute_version.number', 'tribute_version.title', 'tribute_version.language'])
    .select(['tribute_version.signed', 'tribute_version.published_at', 'tribute_version.sha256'])
    .orderBy('tribute.id')
    .orderBy('tribute_version.number')
    .execute();
  return rows.map(({ id, address, kind, version, ...row }) => ({
    tribute: { id, address, kind: kindOf(kind), version },
    title: row.title,
    language: row.language,
    signed: JSON.parse(row.signed) as Signature[],
    number: row.number,
    publishedAt: row.published_at,
    sha256: row.sha256,
  }));
}

/** The same, with their words. */
export async function listWholeVersions(
  db: Reader,
  viewer: Viewer,
  memorial: In,
  tribute: { id: string },
): Promise<Version[]> {
  const rows = await seen(db, viewer, memorial)
    .where('tribute_version.tribute_id', '=', tribute.id)
    .leftJoin('laid_cover', 'laid_cover.tribute_id', 'tribute.id')
    .selectAll('tribute_version')
    .select('laid_cover.covers as laid')
    .orderBy('tribute_version.number')
    .execute();
  return rows.map(versionFrom);
}

/** One version, if this viewer may see it. */
export async function findVersionFor(
  db: Reader,
  viewer: Viewer,
  memorial: In,
  tribute: { id: string },
  number: number,
): Promise<Version | undefined> {
  const known = await seen(db, viewer, memorial)
    .where('tribute_version.tribute_id', '=', tribute.id)
    .where('tribute_version.number', '=', number)
    .select('tribute_version.number')
    .executeTakeFirst();
  return known && findVersion(db, tribute.id, number);
}

/** An earlier version that a viewer may see of a published tribute: the one before what readers have. */
export async function findEarlier(
  db: Reader,
  viewer: Viewer,
  memorial: In,
  tribute: Tribute,
): Promise<Edition | undefined> {
  if (tribute.version < 2) return undefined;
  const versions = await listVersions(db, viewer, memorial, tribute);
  return versions.findLast(({ number }) => number < tribute.version);
}

/** A version with its words, whoever may see it: whoever asks this decided that before. */
export async function findVersion(
  db: Reader,
  tributeId: string,
  number: number,
): Promise<Version | undefined> {
  const row = await db
    .selectFrom('tribute_version')
    .leftJoin('laid_cover', 'laid_cover.tribute_id', 'tribute_version.tribute_id')
    .selectAll('tribute_version')
    .select('laid_cover.covers as laid')
    .where('tribute_version.tribute_id', '=', tributeId)
    .where('tribute_version.number', '=', number)
    .executeTakeFirst();
  return row && versionFrom(row);
}

/** Under which titles a tribute was published, and for whom at most, whoever may see it. */
export async function listTitles(
  db: Reader,
  tributeId: string,
): Promise<{ title: string; audience: Audience }[]> {
  const rows = await db
    .selectFrom('tribute_version')
    .select(['title', 'audience'])
    .where('tribute_id', '=', tributeId)
    .execute();
  return rows.map(({ title, audience }) => ({ title, audience: audienceOf(audience) }));
}

export async function addVersion(tx: Tx, version: Version, publishedBy: string): Promise<void> {
  await tx
    .insertInto('tribute_version')
    .values({
      ...wordsRow(version),
      tribute_id: version.tributeId,
      number: version.number,
      sha256: version.sha256,
      published_at: version.publishedAt,
      published_by: publishedBy,
      audience: version.audience,
    })
    .execute();
}

/** A version is published for more than before, or for another circle. */
export async function widenVersion(tx: Tx, version: Version, audience: Audience): Promise<void> {
  await tx
    .updateTable('tribute_version')
    .set({ audience })
    .where('tribute_id', '=', version.tributeId)
    .where('number', '=', version.number)
    .execute();
}

function seen(db: Reader, viewer: Viewer, memorial: In) {
  const own = viewer.kind === 'person' ? viewer.id : '';
  return db
    .selectFrom('tribute_version')
    .innerJoin('tribute', 'tribute.id', 'tribute_version.tribute_id')
    .where(versionVisibleTo(viewer, memorial))
    .where('tribute.memorial_id', '=', memorial.id)
    .where('tribute.binned_at', 'is', null)
    .where((eb) => eb.or([eb('tribute.published_at', 'is not', null), eb('tribute.writer_id', '=', own)]));
}
