import { audienceOf } from '#audiences/audience.ts';
import { dateFromText, dateToText } from '#lib/partial-date.ts';
import { type Day, dayKindOf } from '#memorials/day.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { vocabularyFrom } from '#memorials/vocabulary.ts';
import type { Reader, Tx } from '#schema/database.ts';
import type { Tables } from '#schema/tables.ts';

export async function findMemorial(db: Reader, id: string): Promise<Memorial | undefined> {
  const row = await db.selectFrom('memorial').selectAll().where('id', '=', id).executeTakeFirst();
  return row && (await withDays(db, [row]))[0];
}

/** The memorial that has, or once had, a public address. */
export async function findMemorialAt(db: Reader, address: string): Promise<Memorial | undefined> {
  const known = await db
    .selectFrom('memorial_address')
    .select('memorial_id')
    .where('address', '=', address)
    .executeTakeFirst();
  return known && findMemorial(db, known.memorial_id);
}

/** All memorials of these families, in the order they were begun. */
export async function listMemorials(db: Reader, familyIds: Iterable<string>): Promise<Memorial[]> {
  const families = [...familyIds];
  if (families.length === 0) return [];
  const rows = await db
    .selectFrom('memorial')
    .selectAll()
    .where('family_id', 'in', families)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return withDays(db, rows);
}

/** Memorials whose family wants them on the site's front page. */
export async function listListedMemorials(db: Reader): Promise<Memorial[]> {
  const rows = await db
    .selectFrom('memorial')
    .selectAll()
    .where('audience', '=', 'everyone')
    .where('listed', '=', 1)
    .orderBy('created_at')
    .limit(200)
    .execute();
  return withDays(db, rows);
}

/** Writes a memorial as it is now, its days included. */
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

async function withDays(db: Reader, rows: Tables['memorial'][]): Promise<Memorial[]> {
  if (rows.length === 0) return [];
  const days = await db
    .selectFrom('memorial_day')
    .selectAll()
    .where(
      'memorial_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('date')
    .orderBy('id')
    .execute();
  return rows.map((row) => memorialFrom(row, days.filter((day) => day.memorial_id === row.id).map(dayFrom)));
}

function memorialFrom(row: Tables['memorial'], days: Day[]): Memorial {
  return {
    id: row.id,
    familyId: row.family_id,
    createdBy: row.created_by,
    createdAt: row.created_at,
    audience: audienceOf(row.audience),
    address: row.address ?? undefined,
    language: row.language,
    called: row.called,
    sentence: row.sentence,
    vocabulary: vocabularyFrom(row.word_set, row.words),
    drawing: row.drawing,
    portraitId: row.portrait_id ?? undefined,
    portraitAlternative: row.portrait_alternative,
    palette: row.palette,
    days,
    shows: { name: row.shows_name === 1, days: row.shows_days === 1, portrait: row.shows_portrait === 1 },
    listed: row.listed === 1,
    indexed: row.indexed === 1,
    invented: row.invented === 1,
  };
}

function rowOf(memorial: Memorial): Tables['memorial'] {
  return {
    id: memorial.id,
    family_id: memorial.familyId,
    created_by: memorial.createdBy,
    created_at: memorial.createdAt,
    audience: memorial.audience,
    address: memorial.address ?? null,
    language: memorial.language,
    called: memorial.called,
    sentence: memorial.sentence,
    word_set: memorial.vocabulary.set,
    words: JSON.stringify(memorial.vocabulary.own),
    drawing: memorial.drawing,
    portrait_id: memorial.portraitId ?? null,
    portrait_alternative: memorial.portraitAlternative,
    palette: memorial.palette,
    shows_name: Number(memorial.shows.name),
    shows_days: Number(memorial.shows.days),
    shows_portrait: Number(memorial.shows.portrait),
    listed: Number(memorial.listed),
    indexed: Number(memorial.indexed),
    invented: Number(memorial.invented),
  };
}

function dayFrom(row: Tables['memorial_day']): Day {
  return {
    id: row.id,
    kind: dayKindOf(row.kind),
    date: dateFromText(row.date),
    words: row.words,
    shown: row.shown === 1,
  };
}

function dayRow(day: Day, memorialId: string): Tables['memorial_day'] {
  return {
    id: day.id,
    memorial_id: memorialId,
    kind: day.kind,
    date: dateToText(day.date),
    words: day.words,
    shown: Number(day.shown),
  };
}
