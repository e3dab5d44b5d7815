import { type Audience, audienceOf } from '#audiences/audience.ts';
import type { Reader, Tx } from '#schema/database.ts';
import type { Tables } from '#schema/tables.ts';

/** That a keeper asks the parents to publish a tribute, as it was at that save of it. */
export type Approval = {
  tributeId: string;
  askedAt: string;
  revision: number;
  /** For whom the keeper would like it to be; the parents choose. */
  audience: Audience;
  /** With what words it was given back; empty without any. */
  note: string;
  returnedAt: string | undefined;
  returnedBy: string | undefined;
};

export async function findApproval(db: Reader, tributeId: string): Promise<Approval | undefined> {
  const row = await db
    .selectFrom('approval')
    .selectAll()
    .where('tribute_id', '=', tributeId)
    .executeTakeFirst();
  return row && approvalFrom(row);
}

/** What waits for the parents of these families, and is still as it was when they were asked, oldest first. */
export async function listApprovals(db: Reader, familyIds: readonly string[]): Promise<Approval[]> {
  if (familyIds.length === 0) return [];
  const rows = await db
    .selectFrom('approval')
    .innerJoin('tribute', 'tribute.id', 'approval.tribute_id')
    .innerJoin('memorial', 'memorial.id', 'tribute.memorial_id')
    .selectAll('approval')
    .where('memorial.family_id', 'in', familyIds)
    .where('approval.returned_at', 'is', null)
    .whereRef('approval.revision', '=', 'tribute.revision')
    .where('tribute.binned_at', 'is', null)
    .orderBy('approval.asked_at')
    .limit(50)
    .execute();
  return rows.map(approvalFrom);
}

/** What was given back to somebody who wrote it, oldest first. */
export async function listReturned(db: Reader, writerId: string): Promise<Approval[]> {
  const rows = await db
    .selectFrom('approval')
    .innerJoin('tribute', 'tribute.id', 'approval.tribute_id')
    .selectAll('approval')
    .where('tribute.writer_id', '=', writerId)
    .where('approval.returned_at', 'is not', null)
    .where('tribute.binned_at', 'is', null)
    .orderBy('approval.returned_at')
    .limit(50)
    .execute();
  return rows.map(approvalFrom);
}

export async function saveApproval(tx: Tx, approval: Approval): Promise<void> {
  const row = {
    asked_at: approval.askedAt,
    revision: approval.revision,
    audience: approval.audience,
    note: approval.note,
    returned_at: approval.returnedAt ?? null,
    returned_by: approval.returnedBy ?? null,
  };
  await tx
    .insertInto('approval')
    .values({ tribute_id: approval.tributeId, ...row })
    .onConflict((conflict) => conflict.column('tribute_id').doUpdateSet(row))
    .execute();
}

/** The words were published as they are: whoever was asked about them is still asked about the same. */
export async function moveApproval(tx: Tx, tributeId: string, from: number, to: number): Promise<void> {
  await tx
    .updateTable('approval')
    .set({ revision: to })
    .where('tribute_id', '=', tributeId)
    .where('revision', '=', from)
    .execute();
}

export async function removeApproval(tx: Tx, tributeId: string): Promise<void> {
  await tx.deleteFrom('approval').where('tribute_id', '=', tributeId).execute();
}

function approvalFrom(row: Tables['approval']): Approval {
  return {
    tributeId: row.tribute_id,
    askedAt: row.asked_at,
    revision: row.revision,
    audience: audienceOf(row.audience),
    note: row.note ?? '',
    returnedAt: row.returned_at ?? undefined,
    returnedBy: row.returned_by ?? undefined,
  };
}
