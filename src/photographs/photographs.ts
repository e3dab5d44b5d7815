import { audienceOf, type Audience } from '#audiences/audience.ts';
import type { Seen } from '#audiences/can-see.ts';
import { dateFromText, dateToText } from '#lib/partial-date.ts';
import { newSecret } from '#lib/secret.ts';
import {
  type Photograph,
  type Picture,
  type PictureFormat,
  pictureFormats,
} from '#photographs/photograph.ts';
import type { Reader, Tx } from '#schema/database.ts';
import type { Tables } from '#schema/tables.ts';
import { randomUUIDv7 } from 'node:crypto';

export async function findPhotograph(db: Reader, id: string): Promise<Photograph | undefined> {
  return (await listPhotographs(db, [id]))[0];
}

export async function listPhotographs(db: Reader, ids: readonly string[]): Promise<Photograph[]> {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom('photograph').selectAll().where('id', 'in', ids).execute();
  return rows.map(photographFrom);
}

export async function savePhotograph(tx: Tx, photograph: Photograph, now: string): Promise<void> {
  await tx
    .insertInto('photograph')
    .values({
      id: photograph.id,
      family_id: photograph.familyId,
      uploaded_by: photograph.uploadedBy,
      sha256: photograph.sha256,
      bytes: photograph.bytes,
      format: photograph.format,
      width: photograph.width,
      height: photograph.height,
      thumbhash: photograph.thumbhash,
      taken: photograph.taken ? dateToText(photograph.taken) : null,
      name: photograph.name,
      created_at: now,
      prepared_at: null,
    })
    .execute();
}

/** Adds ready pictures; one that is there already stays as it is. */
export async function savePictures(tx: Tx, pictures: readonly Picture[]): Promise<void> {
  for (const { photographId, ...picture } of pictures) {
    await tx
      .insertInto('picture')
      .values({ photograph_id: photographId, ...picture })
      .onConflict((conflict) => conflict.columns(['photograph_id', 'size', 'format']).doNothing())
      .execute();
  }
}

export async function markPrepared(tx: Tx, id: string, now: string): Promise<void> {
  await tx.updateTable('photograph').set({ prepared_at: now }).where('id', '=', id).execute();
}

/** The ready pictures of these photographs, smallest first. */
export async function listPictures(db: Reader, ids: readonly string[]): Promise<Picture[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('picture')
    .selectAll()
    .where('photograph_id', 'in', ids)
    .orderBy('width')
    .execute();
  return rows.map(pictureFrom);
}

/** One use of a photograph: which piece shows it, to whom, and the address strangers get it at. */
export type PictureUse = Seen & {
  photographId: string;
  tributeId: string | undefined;
  address: string;
};

/** What a piece (a tribute, or the memorial itself for its portrait) shows from now on, at fresh addresses. */
export async function showPictures(
  tx: Tx,
  piece: Seen & { tributeId: string | undefined },
  photographIds: readonly string[],
): Promise<void> {
  await hidePictures(tx, piece);
  for (const photographId of new Set(photographIds)) {
    await tx
      .insertInto('picture_use')
      .values({
        id: randomUUIDv7(),
        photograph_id: photographId,
        memorial_id: piece.memorialId,
        tribute_id: piece.tributeId ?? null,
        family_id: piece.familyId,
        writer_id: piece.writerId,
        audience: piece.audience,
        within: piece.within,
        address: newSecret(),
      })
      .execute();
  }
}

/** A piece shows nothing any more; the old addresses lead nowhere at once. */
export async function hidePictures(
  tx: Tx,
  piece: { memorialId: string; tributeId: string | undefined },
): Promise<void> {
  await tx
    .deleteFrom('picture_use')
    .where('memorial_id', '=', piece.memorialId)
    .where('tribute_id', piece.tributeId === undefined ? 'is' : '=', piece.tributeId ?? null)
    .execute();
}

/** The memorial around its pieces was opened or narrowed: every picture in it gets a fresh address. */
export async function showPicturesWithin(tx: Tx, memorialId: string, within: Audience): Promise<void> {
  const uses = await tx
    .selectFrom('picture_use')
    .select('id')
    .where('memorial_id', '=', memorialId)
    .execute();
  for (const { id } of uses) {
    await tx.updateTable('picture_use').set({ within, address: newSecret() }).where('id', '=', id).execute();
  }
}

export async function findUseAt(db: Reader, address: string): Promise<PictureUse | undefined> {
  const row = await db
    .selectFrom('picture_use')
    .selectAll()
    .where('address', '=', address)
    .executeTakeFirst();
  return row && useFrom(row);
}

export async function listUses(
  db: Reader,
  by: { photographId: string } | { memorialId: string },
): Promise<PictureUse[]> {
  const query = db.selectFrom('picture_use').selectAll();
  const rows = await (
    'photographId' in by
      ? query.where('photograph_id', '=', by.photographId)
      : query.where('memorial_id', '=', by.memorialId)
  ).execute();
  return rows.map(useFrom);
}

export function useFrom(row: Tables['picture_use']): PictureUse {
  return {
    photographId: row.photograph_id,
    memorialId: row.memorial_id,
    tributeId: row.tribute_id ?? undefined,
    familyId: row.family_id,
    writerId: row.writer_id,
    audience: audienceOf(row.audience),
    within: audienceOf(row.within),
    address: row.address,
  };
}

function photographFrom(row: Tables['photograph']): Photograph {
  return {
    id: row.id,
    familyId: row.family_id,
    uploadedBy: row.uploaded_by,
    sha256: row.sha256,
    bytes: row.bytes,
    format: row.format,
    width: row.width,
    height: row.height,
    thumbhash: row.thumbhash,
    taken: row.taken === null ? undefined : dateFromText(row.taken),
    name: row.name,
  };
}

function pictureFrom(row: Tables['picture']): Picture {
  return {
    photographId: row.photograph_id,
    size: row.size,
    format: formatOf(row.format),
    width: row.width,
    height: row.height,
    sha256: row.sha256,
    bytes: row.bytes,
  };
}

export function formatOf(column: string): PictureFormat {
  const format = pictureFormats.find((known) => known === column);
  if (!format) throw new Error(`Not a picture format: ${column}`);
  return format;
}
