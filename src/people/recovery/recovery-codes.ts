import { hashSecret } from '#lib/secret.ts';
import type { Reader, Tx } from '#schema/database.ts';

/** A person's paper: how many of its codes are left, and when it was made. */
export type RecoveryPaper = { left: number; madeAt: string };

/**
 * Keeps the codes of a new paper, as hashes, in the place of the one before. Answers false when a newer
 * one was made meanwhile: of a double click only the page that is shown last may count.
 */
export async function saveRecoveryCodes(
  tx: Tx,
  personId: string,
  codes: readonly string[],
  now: string,
): Promise<boolean> {
  const before = await findRecoveryPaper(tx, personId);
  if (before && before.madeAt > now) return false;
  await tx.deleteFrom('recovery_code').where('person_id', '=', personId).execute();
  const rows = codes.map((code) => ({
    code_hash: hashSecret(code),
    person_id: personId,
    created_at: now,
    used_at: null,
  }));
  await tx.insertInto('recovery_code').values(rows).execute();
  return true;
}

export async function findRecoveryPaper(db: Reader, personId: string): Promise<RecoveryPaper | undefined> {
  const codes = await db
    .selectFrom('recovery_code')
    .select(['created_at', 'used_at'])
    .where('person_id', '=', personId)
    .execute();
  const [first] = codes;
  return first && { left: codes.filter((code) => code.used_at === null).length, madeAt: first.created_at };
}

/** Uses a code up. Answers whose it was; used, replaced and never made look the same, and so does another person’s. */
export async function spendRecoveryCode(
  tx: Tx,
  code: string,
  now: string,
  personId?: string,
): Promise<string | undefined> {
  const row = await tx
    .updateTable('recovery_code')
    .set({ used_at: now })
    .where('code_hash', '=', hashSecret(code))
    .where('used_at', 'is', null)
    .$if(personId !== undefined, (query) => query.where('person_id', '=', personId ?? ''))
    .returning('person_id')
    .executeTakeFirst();
  return row?.person_id;
}
