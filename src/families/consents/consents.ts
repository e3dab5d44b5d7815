import { type Consent, type Matter, matterOf } from '#families/consents/consent.ts';
import type { Reader, Tx } from '#schema/database.ts';
import type { Tables } from '#schema/tables.ts';

/** What is asked of the parents about one matter, or was objected to. */
export async function findConsent(db: Reader, matter: Matter): Promise<Consent | undefined> {
  const row = await db
    .selectFrom('consent')
    .selectAll()
    .where('family_id', '=', matter.familyId)
    .where('what', '=', matter.what)
    .where('about_id', '=', matter.aboutId)
    .executeTakeFirst();
  return row && consentFrom(row);
}

/** Everything that is asked in these families, the longest asked first; also what was objected to. */
export async function listConsents(db: Reader, familyIds: readonly string[]): Promise<Consent[]> {
  if (familyIds.length === 0) return [];
  const rows = await db
    .selectFrom('consent')
    .selectAll()
    .where('family_id', 'in', familyIds)
    .orderBy('asked_at')
    .orderBy('about_id')
    .execute();
  return rows.map(consentFrom);
}

/** What nobody objected to within its time. */
export async function listDueConsents(db: Reader, what: Matter['what'], now: string): Promise<Consent[]> {
  const rows = await db
    .selectFrom('consent')
    .selectAll()
    .where('what', '=', what)
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .execute();
  return rows.map(consentFrom);
}

export async function saveConsent(tx: Tx, consent: Consent): Promise<void> {
  const row = {
    wanted_by: JSON.stringify(consent.wantedBy),
    asked_at: consent.askedAt,
    due_at: consent.dueAt ?? null,
    objected_by: consent.objectedBy ?? null,
    objected_at: consent.objectedAt ?? null,
  };
  await tx
    .insertInto('consent')
    .values({ family_id: consent.familyId, what: consent.what, about_id: consent.aboutId, ...row })
    .onConflict((conflict) => conflict.columns(['family_id', 'what', 'about_id']).doUpdateSet(row))
    .execute();
}

/** Nothing is asked about it any more, and no objection stands. */
export async function removeConsent(tx: Tx, matter: Matter): Promise<void> {
  await tx
    .deleteFrom('consent')
    .where('family_id', '=', matter.familyId)
    .where('what', '=', matter.what)
    .where('about_id', '=', matter.aboutId)
    .execute();
}

/** Nobody asks any more to be a parent after somebody. */
export async function removeSuccession(tx: Tx, familyId: string): Promise<void> {
  await tx.deleteFrom('consent').where('family_id', '=', familyId).where('what', '=', 'succession').execute();
}

function consentFrom(row: Tables['consent']): Consent {
  return {
    familyId: row.family_id,
    what: matterOf(row.what),
    aboutId: row.about_id,
    wantedBy: JSON.parse(row.wanted_by) as string[],
    askedAt: row.asked_at,
    dueAt: row.due_at ?? undefined,
    objectedBy: row.objected_by ?? undefined,
    objectedAt: row.objected_at ?? undefined,
  };
}
