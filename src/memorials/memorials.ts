import type { SelectQueryBuilder } from 'kysely';
import { comesBefore } from '#memorials/day.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { dayIn, dayRow, memorialFrom, rowOf, siblingFrom, siblingRow } from '#memorials/rows.ts';
import type { Reader, Tx } from '#schema/database.ts';
import type { Tables } from '#schema/tables.ts';

/** A query of ids of memorials. */
type Ids = SelectQueryBuilder<Tables, keyof Tables, { id: string }>;

export async function findMemorial(db: Reader, id: string): Promise<Memorial | undefined> {
  const [memorial] = await read(db, db.selectFrom('memorial').select('id').where('id', '=', id));
  return memorial;
}

/** The memorial that has, or once had, a public address. */
export async function findMemorialAt(db: Reader, address: string): Promise<Memorial | undefined> {
  const holder = db.selectFrom('memorial_address').select('memorial_id as id').where('address', '=', address);
  const [memorial] = await read(db, holder);
  return memorial;
}

/** All memorials of these families, in the order they were begun. */
export async function listMemorials(db: Reader, familyIds: Iterable<string>): Promise<Memorial[]> {
  const families = [...familyIds];
  if (families.length === 0) return [];
  return read(db, db.selectFrom('memorial').select('id').where('family_id', 'in', families));
}

/** The memorials with these ids, in the order they were begun. */
export async function listMemorialsById(db: Reader, ids: readonly string[]): Promise<Memorial[]> {
  if (ids.length === 0) return [];
  return read(db, db.selectFrom('memorial').select('id').where('id', 'in', ids));
}

/** Memorials whose family wants them on the site's front page. */
export async function listListedMemorials(db: Reader): Promise<Memorial[]> {
  return read(
    db,
    everybodys(db).select('id').where('listed', '=', 1).orderBy('created_at').orderBy('id').limit(200),
  );
}

/** Where those stand whose family lets search engines have them: the latest, at most so many. */
export async function listIndexed(
  db: Reader,
  count: number,
): Promise<{ address: string; language: string }[]> {
  return everybodys(db)
    .select(['address', 'language'])
    .where('indexed', '=', 1)
    .where('address', 'is not', null)
    .$narrowType<{ address: string }>()
    .orderBy('created_at', 'desc')
    .limit(count)
    .execute();
}

/** The memorials that everybody may come to (`canSeeMemorial` for nobody in particular). */
function everybodys(db: Reader) {
  return db
    .selectFrom('memorial')
    .where('audience', '=', 'everyone')
    .where('rests_since', 'is', null)
    .where('paused_since', 'is', null)
    .where('leaves_at', 'is', null);
}

/** Which of these photographs are some child's portrait. */
export async function portraitsAmong(db: Reader, photographIds: readonly string[]): Promise<Set<string>> {
  if (photographIds.length === 0) return new Set();
  const rows = await db
    .selectFrom('memorial')
    .select('portrait_id')
    .where('portrait_id', 'in', photographIds)
    .execute();
  return new Set(rows.flatMap((row) => row.portrait_id ?? []));
}

/** Writes a memorial as it is now, its days and siblings included. */
export async function saveMemorial(tx: Tx, memorial: Memorial): Promise<void> {
  const row = rowOf(memorial);
  const { id, ...changed } = row;
  await tx
    .insertInto('memorial')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(changed))
    .execute();
  await tx.deleteFrom('memorial_day').where('memorial_id', '=', id).execute();
  if (memorial.days.length > 0) {
    await tx
      .insertInto('memorial_day')
      .values(memorial.days.map((day) => dayRow(day, id)))
      .execute();
  }
  await tx.deleteFrom('sibling').where('memorial_id', '=', id).execute();
  if (memorial.siblings.length > 0) {
    await tx
      .insertInto('sibling')
      .values(memorial.siblings.map((sibling, position) => siblingRow(sibling, position, id)))
      .execute();
  }
}

/** Takes an address for a memorial, for ever: an old one goes on leading there. Says whether it was free. */
export async function takeAddress(
  tx: Tx,
  address: string,
  memorialId: string,
  now: string,
): Promise<boolean> {
  await tx
    .insertInto('memorial_address')
    .values({ address, memorial_id: memorialId, created_at: now })
    .onConflict((conflict) => conflict.column('address').doNothing())
    .execute();
  const holder = await tx
    .selectFrom('memorial_address')
    .select('memorial_id')
    .where('address', '=', address)
    .executeTakeFirstOrThrow();
  return holder.memorial_id === memorialId;
}

/** The ids of memorials whose time to go has come. */
export async function listLeft(db: Reader, now: string): Promise<string[]> {
  const rows = await db.selectFrom('memorial').select('id').where('leaves_at', '<=', now).execute();
  return rows.map(({ id }) => id);
}

/** Removes every row that a memorial has in this area. What other areas keep in it goes before. */
export async function eraseRows(tx: Tx, id: string): Promise<void> {
  await tx
    .deleteFrom('sibling')
    .where((eb) =>
      eb.or([eb('memorial_id', '=', id), eb.and([eb('own_memorial_id', '=', id), eb('name', '=', '')])]),
    )
    .execute();
  await tx.updateTable('sibling').set({ own_memorial_id: null }).where('own_memorial_id', '=', id).execute();
  await tx.deleteFrom('memorial_day').where('memorial_id', '=', id).execute();
  await tx.deleteFrom('memorial_address').where('memorial_id', '=', id).execute();
  await tx.deleteFrom('memorial').where('id', '=', id).execute();
}

/** The memorials with the ids that a query finds, whole, in the order they were begun. Two queries, however many. */
async function read(db: Reader, chosen: Ids): Promise<Memorial[]> {
  const [rows, siblings] = await Promise.all([
    // A row for each of its days; a memorial without any is one row.
    db
      .selectFrom('memorial')
      .leftJoin('memorial_day as day', 'day.memorial_id', 'memorial.id')
      .selectAll('memorial')
      .select(['day.id as day_id', 'day.kind as day_kind', 'day.date as day_date', 'day.shown as day_shown'])
      .select(['day.words as day_words', 'day.place as day_place'])
      .where('memorial.id', 'in', chosen)
      .orderBy('memorial.created_at')
      .orderBy('memorial.id')
      .orderBy('day.date')
      .orderBy('day.id')
      .execute(),
    db
      .selectFrom('sibling')
      .leftJoin('memorial as own', 'own.id', 'sibling.own_memorial_id')
      .selectAll('own')
      .select(['sibling.id as sibling_id', 'sibling.name', 'sibling.memorial_id', 'sibling.own_memorial_id'])
      .where('sibling.memorial_id', 'in', chosen)
      .orderBy('sibling.position')
      .execute(),
  ]);
  const siblingsOf = Map.groupBy(siblings, (row) => row.memorial_id);
  return [...Map.groupBy(rows, ({ id }) => id)].map(([id, of]) =>
    memorialFrom(
      of[0]!,
      of.flatMap(dayIn).toSorted(comesBefore),
      (siblingsOf.get(id) ?? []).map(siblingFrom),
    ),
  );
}
