import { type SelectQueryBuilder, sql } from 'kysely';
import { visibleTo } from '#audiences/can-see.ts';
import type { Around } from '#audiences/step-of.ts';
import type { Viewer } from '#audiences/viewer.ts';
import { dateToText } from '#lib/partial-date.ts';
import type { Reader, Tx } from '#schema/database.ts';
import type { Tables } from '#schema/tables.ts';
import { lastChange } from '#tributes/covers/cover.ts';
import { kindOf, laidFrom, publishedFrom, tributeFrom, tributeRow } from '#tributes/tribute-rows.ts';
import {
  type Published,
  type Tribute,
  type TributeKind,
  whenHappened,
  type Words,
} from '#tributes/tribute.ts';

export type In = { id: string; familyId: string } & Around;

/**
 * The published tributes of a memorial that a viewer may see, in the order they happened; all, or a part of
 * them, of whose text no more than the first `longest` characters is read.
 */
export async function listTributes(
  db: Reader,
  viewer: Viewer,
  memorial: In,
  part?: { from: number; count: number; longest: number },
): Promise<Published[]> {
  const all = seen(db, viewer, memorial, part?.longest);
  // The ids of the part first: only its words are read, and none are sorted.
  const wanted = part
    ? all.where(
        'tribute.id',
        'in',
        inOrder(visible(db, viewer, memorial))
          .select('tribute.id')
          .limit(part.count)
          .offset(part.from),
      )
    : all;
  return (await inOrder(wanted).execute()).map(publishedFrom);
}

/** How many tributes a viewer may see of each year they stand under (`whenHappened`), earliest year first. */
export async function countByYear(
  db: Reader,
  viewer: Viewer,
  memorial: In,
): Promise<{ year: number; count: number }[]> {
  const year = sql<string>`substr(tribute.happened, 1, 4)`;
  const rows = await visible(db, viewer, memorial)
    .select((eb) => [year.as('year'), eb.fn.countAll().as('count')])
    .groupBy(year)
    .orderBy(year)
    .execute();
  return rows.map((row) => ({ year: Number(row.year), count: Number(row.count) }));
}

/** What a viewer may see of a memorial, the newest published first: at most so many, and of each text its beginning. */
export async function listNewest(
  db: Reader,
  viewer: Viewer,
  memorial: In,
  { count, longest }: { count: number; longest: number },
): Promise<Published[]> {
  const newest = visible(db, viewer, memorial)
    .select('tribute.id')
    .orderBy('tribute.published_at', 'desc')
    .orderBy('tribute.id', 'desc')
    .limit(count);
  const rows = await seen(db, viewer, memorial, longest)
    .where('tribute.id', 'in', newest)
    .orderBy('tribute.published_at', 'desc')
    .orderBy('tribute.id', 'desc')
    .execute();
  return rows.map(publishedFrom);
}

/** Where the tributes stand that a viewer may see, and when each last changed; the newest published first, at most so many. */
export async function listPlaces(
  db: Reader,
  viewer: Viewer,
  memorial: In,
  count: number,
): Promise<{ address: string; kind: TributeKind; changedAt: string }[]> {
  const rows = await visible(db, viewer, memorial)
    .innerJoin('tribute_version', (join) =>
      join
        .onRef('tribute_version.tribute_id', '=', 'tribute.id')
        .onRef('tribute_version.number', '=', 'tribute.version'),
    )
    .leftJoin('laid_cover', 'laid_cover.tribute_id', 'tribute.id')
    .select(['tribute.address', 'tribute.kind', 'tribute_version.published_at', 'laid_cover.covers'])
    .orderBy('tribute.published_at', 'desc')
    .orderBy('tribute.id', 'desc')
    .limit(count)
    .execute();
  return rows.map((row) => ({
    address: row.address,
    kind: kindOf(row.kind),
    changedAt: lastChange(row.published_at, laidFrom(row.covers)),
  }));
}

/** The published tribute at an address of a memorial, if this viewer may see it. */
export async function findTributeAt(
  db: Reader,
  viewer: Viewer,
  memorial: In,
  address: string,
): Promise<Published | undefined> {
  const row = await seen(db, viewer, memorial).where('tribute.address', '=', address).executeTakeFirst();
  return row && publishedFrom(row);
}

/** Those of these tributes that a viewer may see, in the order they happened. */
export async function listTributesById(
  db: Reader,
  viewer: Viewer,
  memorial: In,
  ids: readonly string[],
): Promise<Published[]> {
  if (ids.length === 0) return [];
  const rows = await inOrder(seen(db, viewer, memorial))
    .where('tribute.id', 'in', ids)
    .execute();
  return rows.map(publishedFrom);
}

/** Any tribute, whoever may see it: whoever asks this decides that next. */
export async function findTribute(db: Reader, id: string): Promise<Tribute | undefined> {
  const row = await db.selectFrom('tribute').selectAll().where('id', '=', id).executeTakeFirst();
  return row && tributeFrom(row);
}

/** The tribute itself, for its writer: nobody else writes in it. */
export async function findOwnTribute(db: Reader, personId: string, id: string): Promise<Tribute | undefined> {
  const row = await db
    .selectFrom('tribute')
    .selectAll()
    .where('id', '=', id)
    .where('writer_id', '=', personId)
    .executeTakeFirst();
  return row && tributeFrom(row);
}

export async function isAddressTaken(db: Reader, memorialId: string, address: string): Promise<boolean> {
  const row = await db
    .selectFrom('tribute')
    .select('id')
    .where('memorial_id', '=', memorialId)
    .where('address', '=', address)
    .executeTakeFirst();
  return row !== undefined;
}

export async function addTribute(tx: Tx, tribute: Tribute): Promise<void> {
  await tx
    .insertInto('tribute')
    .values({ ...tributeRow(tribute), memory: null, happened: tribute.createdAt })
    .execute();
}

export async function saveTribute(tx: Tx, tribute: Tribute, memory: Words['memory']): Promise<void> {
  const { id, ...row } = tributeRow(tribute);
  const happened = whenHappened(memory, tribute.firstPublishedAt ?? tribute.createdAt);
  await tx
    .updateTable('tribute')
    .set({ ...row, memory: memory ? dateToText(memory) : null, happened })
    .where('id', '=', id)
    .execute();
}

/** Moves the count of saves from `from` to the next; says whether nobody else had moved it before. */
export async function countSave(tx: Tx, tributeId: string, from: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('tribute')
    .set({ revision: from + 1 })
    .where('id', '=', tributeId)
    .where('revision', '=', from)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** The published tributes of a memorial that a viewer may see: what every query of readers begins with. */
export function visible(db: Reader, viewer: Viewer, memorial: In) {
  return db
    .selectFrom('tribute')
    .where('tribute.memorial_id', '=', memorial.id)
    .where('tribute.published_at', 'is not', null)
    .where('tribute.binned_at', 'is', null)
    .where(visibleTo(viewer, memorial, 'tribute'));
}

/** As the family set them by hand, else as they happened; of the same moment, as they were published. */
export function inOrder<Chosen>(query: SelectQueryBuilder<Tables, 'tribute', Chosen>) {
  return query
    .orderBy((eb) => eb.fn.coalesce('tribute.position', eb.lit(0)))
    .orderBy('tribute.happened')
    .orderBy('tribute.first_published_at')
    .orderBy('tribute.id');
}

/**
 * The same with the words that readers have. With `longest`, only the first so many characters of a text
 * (Unicode code points) leave the database: fifty letters may have two megabytes each.
 */
export function seen(db: Reader, viewer: Viewer, memorial: In, longest?: number) {
  const text =
    longest === undefined
      ? sql<string>`tribute_version.text`
      : sql<string>`substr(tribute_version.text, 1, ${sql.lit(longest)})`;
  return visible(db, viewer, memorial)
    .innerJoin('tribute_version', (join) =>
      join
        .onRef('tribute_version.tribute_id', '=', 'tribute.id')
        .onRef('tribute_version.number', '=', 'tribute.version'),
    )
    .leftJoin('laid_cover', 'laid_cover.tribute_id', 'tribute.id')
    .selectAll('tribute')
    .select([
      'laid_cover.covers as laid',
      'tribute_version.title',
      text.as('text'),
      'tribute_version.sha256',
      'tribute_version.language',
      'tribute_version.memory as version_memory',
      'tribute_version.signed',
      'tribute_version.photographs',
      'tribute_version.addressee',
      'tribute_version.place',
      'tribute_version.keepsake',
      'tribute_version.points_to',
      'tribute_version.cover',
      'tribute_version.audience as version_audience',
      'tribute_version.published_at as version_published_at',
    ]);
}
