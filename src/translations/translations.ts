import type { Reader, Tx } from '#schema/database.ts';
import { rowOf, translationFrom, versionFrom } from '#translations/translation-rows.ts';
import type { Translation, TranslationVersion } from '#translations/translation.ts';

/** The translations of a tribute, whoever may see them: whoever asks this decided that before. */
export async function listTranslations(db: Reader, tributeId: string): Promise<Translation[]> {
  const rows = await db
    .selectFrom('translation')
    .selectAll()
    .where('tribute_id', '=', tributeId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(translationFrom);
}

export async function findTranslation(db: Reader, id: string): Promise<Translation | undefined> {
  const row = await db.selectFrom('translation').selectAll().where('id', '=', id).executeTakeFirst();
  return row && translationFrom(row);
}

/** What somebody of a family translates, what they began first, first. */
export async function listTranslatedBy(db: Reader, personId: string): Promise<Translation[]> {
  const rows = await db
    .selectFrom('translation')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('created_at')
    .orderBy('id')
    .limit(50)
    .execute();
  return rows.map(translationFrom);
}

/** What translators offer to the parents of these families, oldest first. */
export async function listOffered(db: Reader, familyIds: readonly string[]): Promise<Translation[]> {
  if (familyIds.length === 0) return [];
  const rows = await db
    .selectFrom('translation')
    .innerJoin('tribute', 'tribute.id', 'translation.tribute_id')
    .innerJoin('memorial', 'memorial.id', 'tribute.memorial_id')
    .selectAll('translation')
    .where('memorial.family_id', 'in', familyIds)
    .where('translation.offered_at', 'is not', null)
    .where('tribute.binned_at', 'is', null)
    .orderBy('translation.offered_at')
    .limit(50)
    .execute();
  return rows.map(translationFrom);
}

/** The versions of a translation that were approved, for its family: those taken away from readers too. */
export async function listVersionsOf(db: Reader, translation: Translation): Promise<TranslationVersion[]> {
  const rows = await db
    .selectFrom('translation_version')
    .selectAll()
    .where('translation_id', '=', translation.id)
    .orderBy('number')
    .execute();
  const { tributeId: tribute_id, language } = translation;
  return rows.map((row) => versionFrom({ ...row, tribute_id, language }));
}

/** The translation that a link opens, while it lives. */
export async function findByLink(
  db: Reader,
  tokenHash: string,
  now: string,
): Promise<Translation | undefined> {
  const row = await db
    .selectFrom('translation')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row && translationFrom(row);
}

/** Keeps a new translation; says whether none into its language was there. */
export async function addTranslation(
  tx: Tx,
  translation: Translation,
  tokenHash: string | undefined,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('translation')
    .values({ ...rowOf(translation), token_hash: tokenHash ?? null })
    .onConflict((conflict) => conflict.columns(['tribute_id', 'language']).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** Writes a translation as it is now, and nothing of its link. */
export async function saveTranslation(tx: Tx, translation: Translation): Promise<void> {
  const { id, expires_at: _, ...row } = rowOf(translation);
  await tx.updateTable('translation').set(row).where('id', '=', id).execute();
}

/** A link of its own again, or none: the one before opens nothing any more. */
export async function setLink(
  tx: Tx,
  id: string,
  link: { tokenHash: string; expiresAt: string } | undefined,
): Promise<void> {
  await tx
    .updateTable('translation')
    .set({ token_hash: link?.tokenHash ?? null, expires_at: link?.expiresAt ?? null })
    .where('id', '=', id)
    .execute();
}
