import { randomUUIDv7 } from 'node:crypto';
import type { Reader, Tx } from '#schema/database.ts';
import type { Tables } from '#schema/tables.ts';

/** What a reader said is wrong with a page. It never hides anything by itself. */
export type Report = {
  id: string;
  memorialId: string | undefined;
  about: string;
  text: string;
  email: string | undefined;
  createdAt: string;
  /** When the host had dealt with it. */
  closedAt: string | undefined;
};

export async function addReport(
  tx: Tx,
  report: Omit<Report, 'id' | 'createdAt' | 'closedAt'>,
  now: string,
): Promise<void> {
  await tx
    .insertInto('report')
    .values({
      id: randomUUIDv7(),
      memorial_id: report.memorialId ?? null,
      about: report.about,
      text: report.text,
      email: report.email ?? null,
      created_at: now,
      closed_at: null,
    })
    .execute();
}

/** Marks a report as dealt with, or, without `at`, as not. Answers false where there is no such report. */
export async function closeReport(tx: Tx, id: string, at: string | undefined): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('report')
    .set({ closed_at: at ?? null })
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

export async function findReport(db: Reader, id: string): Promise<Report | undefined> {
  const row = await db.selectFrom('report').selectAll().where('id', '=', id).executeTakeFirst();
  return row && reportFrom(row);
}

/** Erases what readers told about a memorial that goes away for good. */
export async function eraseReportsOf(tx: Tx, memorialId: string): Promise<void> {
  await tx.deleteFrom('report').where('memorial_id', '=', memorialId).execute();
}

/** The latest reports: those that wait first, then those dealt with, each newest first. */
export async function listReports(db: Reader): Promise<Report[]> {
  const rows = await db
    .selectFrom('report')
    .selectAll()
    .orderBy((eb) => eb.case().when('closed_at', 'is', null).then(0).else(1).end())
    .orderBy('created_at', 'desc')
    .limit(200)
    .execute();
  return rows.map(reportFrom);
}

function reportFrom(row: Tables['report']): Report {
  return {
    id: row.id,
    memorialId: row.memorial_id ?? undefined,
    about: row.about,
    text: row.text,
    email: row.email ?? undefined,
    createdAt: row.created_at,
    closedAt: row.closed_at ?? undefined,
  };
}
