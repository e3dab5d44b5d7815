import { type SelectQueryBuilder, sql } from 'kysely';
import { type Audience, audienceOf } from '#audiences/audience.ts';
import { visibleTo } from '#audiences/can-see.ts';
import type { Around } from '#audiences/step-of.ts';
import type { Viewer } from '#audiences/viewer.ts';
import { NotFound } from '#http/refusals.ts';
import { dateFromText, dateToText } from '#lib/partial-date.ts';
import type { Reader, Tx } from '#schema/database.ts';
import type { Tables } from '#schema/tables.ts';
import {
  type Draft,
  type Placed,
  type Pointer,
  type Published,
  type Signature,
  type Tribute,
  type TributeKind,
  tributeKinds,
  type Version,
  whenHappened,
  type Words,
} from '#tributes/tribute.ts';

export type In = { id: string; familyId: string } & Around;

/** The published tributes of a memorial that a viewer may see, in the order they happened; all, or a part of them. */
export async function listTributes(
  db: Reader,
  viewer: Viewer,
  memorial: In,
  part?: { from: number; count: number },
): Promise<Published[]> {
  const all = seen(db, viewer, memorial);
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

/** What a viewer may see of a memorial, the newest published first, at most so many. */
export async function listNewest(
  db: Reader,
  viewer: Viewer,
  memorial: In,
  count: number,
): Promise<Published[]> {
  const newest = visible(db, viewer, memorial)
    .select('tribute.id')
    .orderBy('tribute.published_at', 'desc')
    .orderBy('tribute.id', 'desc')
    .limit(count);
  const rows = await seen(db, viewer, memorial)
    .where('tribute.id', 'in', newest)
    .orderBy('tribute.published_at', 'desc')
    .orderBy('tribute.id', 'desc')
    .execute();
  return rows.map(publishedFrom);
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

/** What a person is writing or has changed and not published, newest first, with the words so far. */
export async function listDrafts(db: Reader, personId: string): Promise<(Draft & { tribute: Tribute })[]> {
  const rows = await db
    .selectFrom('draft')
    .selectAll()
    .where('writer_id', '=', personId)
    .where('beside', '=', 0)
    .where('tribute_id', 'not in', (binned) =>
      binned
        .selectFrom('tribute')
        .select('id')
        .where('writer_id', '=', personId)
        .where('binned_at', 'is not', null),
    )
    .orderBy('updated_at', 'desc')
    .limit(200)
    .execute();
  if (rows.length === 0) return [];
  const tributes = await db
    .selectFrom('tribute')
    .selectAll()
    .where(
      'id',
      'in',
      rows.map((row) => row.tribute_id),
    )
    .execute();
  const byId = new Map(tributes.map((row) => [row.id, tributeFrom(row)]));
  return rows.map((row) => ({ ...draftFrom(row), tribute: byId.get(row.tribute_id)! }));
}

/** The draft of a tribute, and those kept beside it; not what was kept beside and lies in the bin. */
export async function findDrafts(
  db: Reader,
  tributeId: string,
): Promise<{ draft: Draft | undefined; beside: Draft[] }> {
  const rows = await db
    .selectFrom('draft')
    .selectAll()
    .where('tribute_id', '=', tributeId)
    .where('binned_at', 'is', null)
    .orderBy('updated_at')
    .execute();
  const drafts = rows.map(draftFrom);
  return { draft: drafts.find(({ beside }) => !beside), beside: drafts.filter(({ beside }) => beside) };
}

export async function findVersion(
  db: Reader,
  tributeId: string,
  number: number,
): Promise<Version | undefined> {
  const row = await db
    .selectFrom('tribute_version')
    .selectAll()
    .where('tribute_id', '=', tributeId)
    .where('number', '=', number)
    .executeTakeFirst();
  return row && versionFrom(row);
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

/** Writes a draft. Throws `NotFound` when its id is that of a draft of another tribute. */
export async function saveDraft(tx: Tx, draft: Draft, writerId: string): Promise<void> {
  const row = {
    ...wordsRow(draft),
    tribute_id: draft.tributeId,
    writer_id: writerId,
    beside: Number(draft.beside),
    began_from: draft.beganFrom,
    device: draft.device,
    updated_at: draft.updatedAt,
    // Whoever goes on writing has not thrown it away.
    binned_at: null,
  };
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('draft')
    .values({ id: draft.id, ...row })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet(row).where('draft.tribute_id', '=', draft.tributeId),
    )
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows !== 1n) throw new NotFound();
}

export async function removeDraft(tx: Tx, tributeId: string, id: string): Promise<void> {
  await tx.deleteFrom('draft').where('tribute_id', '=', tributeId).where('id', '=', id).execute();
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

/** A version is published for more than before. */
export async function widenVersion(tx: Tx, version: Version, audience: Audience): Promise<void> {
  await tx
    .updateTable('tribute_version')
    .set({ audience })
    .where('tribute_id', '=', version.tributeId)
    .where('number', '=', version.number)
    .execute();
}

/** What a tribute points to from now on. Only tributes of the same memorial are kept. */
export async function savePointers(
  tx: Tx,
  from: { id: string; memorialId: string },
  pointers: readonly Pointer[],
): Promise<void> {
  await tx.deleteFrom('tribute_pointer').where('from_id', '=', from.id).execute();
  for (const { to, words } of pointers) {
    const known = await tx
      .selectFrom('tribute')
      .select('id')
      .where('id', '=', to)
      .where('memorial_id', '=', from.memorialId)
      .executeTakeFirst();
    if (!known || to === from.id) continue;
    await tx
      .insertInto('tribute_pointer')
      .values({ from_id: from.id, to_id: to, words })
      .onConflict((conflict) => conflict.columns(['from_id', 'to_id']).doUpdateSet({ words }))
      .execute();
  }
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

/** The same with the words that readers have. */
export function seen(db: Reader, viewer: Viewer, memorial: In) {
  return visible(db, viewer, memorial)
    .innerJoin('tribute_version', (join) =>
      join
        .onRef('tribute_version.tribute_id', '=', 'tribute.id')
        .onRef('tribute_version.number', '=', 'tribute.version'),
    )
    .selectAll('tribute')
    .select([
      'tribute_version.title',
      'tribute_version.text',
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

/** Enough of a published tribute to name it and to lead to it. */
export type Headed = Pick<Tribute, 'id' | 'kind' | 'address'> &
  Pick<Words, 'title' | 'language' | 'memory' | 'addressee' | 'keepsake' | 'photographs'>;

export function headed<Chosen>(query: SelectQueryBuilder<Tables, 'tribute', Chosen>) {
  return query
    .innerJoin('tribute_version', (join) =>
      join
        .onRef('tribute_version.tribute_id', '=', 'tribute.id')
        .onRef('tribute_version.number', '=', 'tribute.version'),
    )
    .select(['tribute.id', 'tribute.kind', 'tribute.address'])
    .select(['tribute_version.title', 'tribute_version.language', 'tribute_version.memory'])
    .select(['tribute_version.addressee', 'tribute_version.keepsake', 'tribute_version.photographs']);
}

type HeadedRow = Pick<Tables['tribute'], 'id' | 'kind' | 'address'> &
  Pick<WordsRow, 'title' | 'language' | 'memory' | 'addressee' | 'keepsake' | 'photographs'>;

export function headedFrom({
  id,
  kind,
  address,
  title,
  language,
  addressee,
  keepsake,
  ...row
}: HeadedRow): Headed {
  const memory = row.memory === null ? undefined : dateFromText(row.memory);
  const photographs = JSON.parse(row.photographs) as Placed[];
  return { id, kind: kindOf(kind), address, title, language, addressee, keepsake, memory, photographs };
}

type SeenRow = Tables['tribute'] &
  Omit<WordsRow, 'memory'> & {
    sha256: string;
    version_memory: string | null;
    version_published_at: string;
    version_audience: string;
  };

export function publishedFrom(row: SeenRow): Published {
  const tribute = tributeFrom(row);
  const words = versionFrom({
    ...row,
    memory: row.version_memory,
    tribute_id: row.id,
    number: row.version,
    published_at: row.version_published_at,
    audience: row.version_audience,
  });
  return { ...tribute, publishedAt: row.published_at ?? words.publishedAt, words };
}

function tributeFrom(row: Tables['tribute']): Tribute {
  return {
    id: row.id,
    memorialId: row.memorial_id,
    kind: kindOf(row.kind),
    writerId: row.writer_id,
    audience: audienceOf(row.audience),
    address: row.address,
    createdAt: row.created_at,
    revision: row.revision,
    version: row.version,
    publishedAt: row.published_at ?? undefined,
    firstPublishedAt: row.first_published_at ?? undefined,
    onlyForMe: row.only_for_me === 1,
    chapter: row.chapter ?? undefined,
    binnedAt: row.binned_at ?? undefined,
  };
}

function tributeRow(tribute: Tribute) {
  return {
    id: tribute.id,
    memorial_id: tribute.memorialId,
    kind: tribute.kind,
    writer_id: tribute.writerId,
    audience: tribute.audience,
    address: tribute.address,
    created_at: tribute.createdAt,
    revision: tribute.revision,
    version: tribute.version,
    published_at: tribute.publishedAt ?? null,
    first_published_at: tribute.firstPublishedAt ?? null,
    only_for_me: Number(tribute.onlyForMe),
    chapter: tribute.chapter ?? null,
    binned_at: tribute.binnedAt ?? null,
  };
}

function kindOf(column: string): TributeKind {
  const kind = tributeKinds.find((known) => known === column);
  if (!kind) throw new Error(`Not a kind of tribute: ${column}`);
  return kind;
}

function wordsRow(words: Words) {
  return {
    title: words.title,
    text: words.text,
    language: words.language,
    memory: words.memory ? dateToText(words.memory) : null,
    signed: JSON.stringify(words.signed),
    photographs: JSON.stringify(words.photographs),
    addressee: words.addressee,
    place: words.place,
    keepsake: words.keepsake,
    points_to: JSON.stringify(words.pointsTo),
    cover: words.cover ?? null,
  };
}

type WordsRow = ReturnType<typeof wordsRow>;

function wordsFrom(row: WordsRow): Words {
  return {
    title: row.title,
    text: row.text,
    language: row.language,
    memory: row.memory === null ? undefined : dateFromText(row.memory),
    signed: JSON.parse(row.signed) as Signature[],
    photographs: JSON.parse(row.photographs) as Placed[],
    addressee: row.addressee,
    place: row.place,
    keepsake: row.keepsake,
    pointsTo: JSON.parse(row.points_to) as Pointer[],
    cover: row.cover ?? undefined,
  };
}

export function draftFrom(row: Tables['draft']): Draft {
  return {
    ...wordsFrom(row),
    id: row.id,
    tributeId: row.tribute_id,
    beside: row.beside === 1,
    beganFrom: row.began_from,
    device: row.device,
    updatedAt: row.updated_at,
  };
}

function versionFrom(
  row: WordsRow & {
    tribute_id: string;
    number: number;
    sha256: string;
    published_at: string;
    audience: string;
  },
): Version {
  return {
    ...wordsFrom(row),
    tributeId: row.tribute_id,
    number: row.number,
    sha256: row.sha256,
    publishedAt: row.published_at,
    audience: audienceOf(row.audience),
  };
}
