import { randomUUIDv7 } from 'node:crypto';
import { dateFromText, dateToText } from '#lib/partial-date.ts';
import type { Reader, Tx } from '#schema/database.ts';
import type { Tables } from '#schema/tables.ts';
import { type Correction, isForEveryone, stateOfCorrection } from '#press/correction.ts';

/** What is written down of a correction; the rest follows from who wrote it. */
export type CorrectionWords = Pick<
  Correction,
  'publication' | 'url' | 'printedOn' | 'printed' | 'shouldBe' | 'state' | 'shown'
>;

// Of what strangers tell, more than these are a flood: a page of them must stay readable.
const mostTold = 200;

/** What a family asked to be corrected, or set aside, the newest first. */
export async function listCorrections(db: Reader, memorialId: string): Promise<Correction[]> {
  const rows = await ofMemorial(db, memorialId).where('state', '<>', 'told').execute();
  return rows.map(correctionFrom);
}

/** Those that everybody may read, the newest first. */
export async function listShownCorrections(db: Reader, memorialId: string): Promise<Correction[]> {
  return (await listCorrections(db, memorialId)).filter(isForEveryone);
}

/** What strangers told and the family has not decided about, as far as it was read first, the newest first. */
export async function listTold(
  db: Reader,
  memorialId: string,
  screened: 'passed' | 'declined' | 'held',
): Promise<Correction[]> {
  const rows = await ofMemorial(db, memorialId)
    .where('state', '=', 'told')
    .where('passed_at', screened === 'passed' ? 'is not' : 'is', null)
    .where('declined_at', screened === 'declined' ? 'is not' : 'is', null)
    .limit(mostTold)
    .execute();
  return rows.map(correctionFrom);
}

function ofMemorial(db: Reader, memorialId: string) {
  return db
    .selectFrom('correction')
    .selectAll()
    .where('memorial_id', '=', memorialId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc');
}

export async function findCorrection(
  db: Reader,
  { id, memorialId }: Pick<Correction, 'id' | 'memorialId'>,
): Promise<Correction | undefined> {
  const row = await db
    .selectFrom('correction')
    .selectAll()
    .where('id', '=', id)
    .where('memorial_id', '=', memorialId)
    .executeTakeFirst();
  return row && correctionFrom(row);
}

/** What the family writes down itself. */
export function addCorrection(tx: Tx, memorialId: string, words: CorrectionWords, now: string) {
  return insert(tx, { ...columnsOf(words), memorial_id: memorialId, contact: '', told_at: null }, now);
}

/** What a stranger tells. It changes nothing, and nobody but its readers in the family ever sees it. */
export function tellCorrection(
  tx: Tx,
  memorialId: string,
  told: Pick<Correction, 'publication' | 'url' | 'printed' | 'contact'>,
  now: string,
) {
  const { contact, ...words } = told;
  const columns = columnsOf({ ...words, printedOn: undefined, shouldBe: '', state: 'told', shown: false });
  return insert(tx, { ...columns, memorial_id: memorialId, contact, told_at: now }, now);
}

export async function saveCorrection(tx: Tx, id: string, words: CorrectionWords): Promise<void> {
  await tx.updateTable('correction').set(columnsOf(words)).where('id', '=', id).execute();
}

/** Notes what whoever read it first did: let it pass, declined it, or, with neither, left it for later. */
export async function screenCorrection(
  tx: Tx,
  { id, memorialId }: Pick<Correction, 'id' | 'memorialId'>,
  { passedAt, declinedAt }: Partial<Pick<Correction, 'passedAt' | 'declinedAt'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('correction')
    .set({ passed_at: passedAt ?? null, declined_at: declinedAt ?? null })
    .where('id', '=', id)
    .where('memorial_id', '=', memorialId)
    .where('told_at', 'is not', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

type Told = Pick<Tables['correction'], 'memorial_id' | 'contact' | 'told_at'>;

async function insert(tx: Tx, columns: ReturnType<typeof columnsOf> & Told, now: string): Promise<void> {
  const fresh = { id: randomUUIDv7(), created_at: now, passed_at: null, declined_at: null };
  await tx
    .insertInto('correction')
    .values({ ...columns, ...fresh })
    .execute();
}

function columnsOf(words: CorrectionWords) {
  const { publication, url, printedOn, printed, shouldBe, state, shown } = words;
  return {
    publication,
    url,
    printed_on: printedOn ? dateToText(printedOn) : null,
    printed,
    should_be: shouldBe,
    state,
    shown: Number(shown),
  };
}

function correctionFrom(row: Tables['correction']): Correction {
  return {
    id: row.id,
    memorialId: row.memorial_id,
    publication: row.publication,
    url: row.url,
    printedOn: row.printed_on === null ? undefined : dateFromText(row.printed_on),
    printed: row.printed,
    shouldBe: row.should_be,
    state: stateOfCorrection(row.state),
    shown: row.shown === 1,
    createdAt: row.created_at,
    toldAt: row.told_at ?? undefined,
    contact: row.contact,
    passedAt: row.passed_at ?? undefined,
    declinedAt: row.declined_at ?? undefined,
  };
}
