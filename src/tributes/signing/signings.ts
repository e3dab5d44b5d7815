import type { Reader, Tx } from '#schema/database.ts';
import type { Tables } from '#schema/tables.ts';
import type { Signing } from '#tributes/signing/signing.ts';

/** Everybody who was asked to sign a tribute with its writer, first asked first. */
export async function listSignings(db: Reader, tributeId: string): Promise<Signing[]> {
  const rows = await db
    .selectFrom('signing')
    .selectAll()
    .where('tribute_id', '=', tributeId)
    .orderBy('asked_at')
    .orderBy('person_id')
    .execute();
  return rows.map(signingFrom);
}

/** What a person is asked to sign and has not answered, first asked first. */
export async function listAsked(db: Reader, personId: string): Promise<Signing[]> {
  const rows = await db
    .selectFrom('signing')
    .selectAll()
    .where('person_id', '=', personId)
    .where('answer', 'is', null)
    .orderBy('asked_at')
    .limit(50)
    .execute();
  return rows.map(signingFrom);
}

/** Keeps that somebody is asked, or what they answered: one row for each person and tribute. */
export async function saveSigning(tx: Tx, signing: Signing, now: string): Promise<void> {
  const row = {
    signs_as: signing.as,
    sha256: signing.sha256,
    answer: signing.answer ?? null,
    answered_at: signing.answer === undefined ? null : now,
  };
  await tx
    .insertInto('signing')
    .values({ tribute_id: signing.tributeId, person_id: signing.personId, asked_at: signing.askedAt, ...row })
    .onConflict((conflict) =>
      conflict
        .columns(['tribute_id', 'person_id'])
        .doUpdateSet(signing.answer === undefined ? { ...row, asked_at: signing.askedAt } : row),
    )
    .execute();
}

/** Whoever is not ticked any more is not asked any more. What was answered is kept. */
export async function takeBackAsking(
  tx: Tx,
  tributeId: string,
  stillTicked: readonly string[],
): Promise<void> {
  await tx
    .deleteFrom('signing')
    .where('tribute_id', '=', tributeId)
    .where('answer', 'is', null)
    .$if(stillTicked.length > 0, (query) => query.where('person_id', 'not in', stillTicked))
    .execute();
}

/** Nobody waits any more for a name of somebody under words of a family. What was answered is kept. */
export async function removeAskedOf(
  tx: Tx,
  { familyId, personId }: { familyId: string; personId: string },
): Promise<void> {
  await tx
    .deleteFrom('signing')
    .where('person_id', '=', personId)
    .where('answer', 'is', null)
    .where('tribute_id', 'in', (tribute) =>
      tribute
        .selectFrom('tribute')
        .innerJoin('memorial', 'memorial.id', 'tribute.memorial_id')
        .select('tribute.id')
        .where('memorial.family_id', '=', familyId),
    )
    .execute();
}

function signingFrom(row: Tables['signing']): Signing {
  return {
    tributeId: row.tribute_id,
    personId: row.person_id,
    as: row.signs_as,
    askedAt: row.asked_at,
    sha256: row.sha256,
    answer: row.answer === 'signed' || row.answer === 'left' ? row.answer : undefined,
  };
}
