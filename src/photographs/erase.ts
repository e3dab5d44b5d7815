import type { Reader, Tx } from '#schema/database.ts';

/** Which of these photographs some piece shows. */
export async function shownAmong(db: Reader, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom('picture_use')
    .select('photograph_id')
    .where('photograph_id', 'in', ids)
    .execute();
  return new Set(rows.map((row) => row.photograph_id));
}

/**
 * Erases photographs that nothing shows any more: their rows and those of their pictures. Answers the
 * SHA-256 of every file that they had, for whoever removes the bytes after the transaction.
 */
export async function erasePhotographs(tx: Tx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const files = [
    ...(await tx.selectFrom('photograph').select('sha256').where('id', 'in', ids).execute()),
    ...(await tx.selectFrom('picture').select('sha256').where('photograph_id', 'in', ids).execute()),
    ...(await tx.selectFrom('full_picture').select('sha256').where('photograph_id', 'in', ids).execute()),
  ];
  await tx.deleteFrom('picture').where('photograph_id', 'in', ids).execute();
  await tx.deleteFrom('full_picture').where('photograph_id', 'in', ids).execute();
  await tx.deleteFrom('photograph').where('id', 'in', ids).execute();
  return [...new Set(files.map(({ sha256 }) => sha256))];
}

/** Which of these files some photograph or picture names, by their SHA-256. */
export async function namedAmong(db: Reader, hashes: readonly string[]): Promise<Set<string>> {
  if (hashes.length === 0) return new Set();
  const rows = [
    ...(await db.selectFrom('photograph').select('sha256').where('sha256', 'in', hashes).execute()),
    ...(await db.selectFrom('picture').select('sha256').where('sha256', 'in', hashes).execute()),
    ...(await db.selectFrom('full_picture').select('sha256').where('sha256', 'in', hashes).execute()),
  ];
  return new Set(rows.map(({ sha256 }) => sha256));
}
