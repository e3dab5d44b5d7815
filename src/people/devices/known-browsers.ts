import { hashSecret } from '#lib/secret.ts';
import type { Tx } from '#schema/database.ts';

// Whoever clears cookies each evening leaves a row each day.
const mostKept = 20;

/** What is kept of a browser's mark, for one person alone: that two people share it is written nowhere. */
export function markHashOf(mark: string, personId: string): string {
  return hashSecret(`${mark} ${personId}`);
}

/**
 * Notes that a person signs in with a browser. Answers whether they are to be told: they were signed in
 * somewhere before, and this browser is not known, or was signed out from elsewhere.
 */
export async function noteBrowser(tx: Tx, personId: string, markHash: string, now: string): Promise<boolean> {
  const browsers = await tx
    .selectFrom('known_browser')
    .select(['mark_hash', 'forgotten_at'])
    .where('person_id', '=', personId)
    .orderBy('last_used_at', 'desc')
    .execute();
  const known = browsers.some((one) => one.mark_hash === markHash && one.forgotten_at === null);
  await tx
    .insertInto('known_browser')
    .values({ mark_hash: markHash, person_id: personId, last_used_at: now, forgotten_at: null })
    .onConflict((row) => row.column('mark_hash').doUpdateSet({ last_used_at: now, forgotten_at: null }))
    .execute();
  const tooMany = browsers.slice(mostKept).map((one) => one.mark_hash);
  if (tooMany.length > 0)
    await tx
      .deleteFrom('known_browser')
      .where('mark_hash', 'in', tooMany)
      .where('mark_hash', '!=', markHash)
      .execute();
  return !known && (browsers.length > 0 || (await isSignedInSomewhere(tx, personId)));
}

/** Browsers that their person signed out from elsewhere: signing in there is told of again. */
export async function forgetBrowsers(
  tx: Tx,
  markHashes: readonly (string | null)[],
  now: string,
): Promise<void> {
  const marked = markHashes.filter((hash) => hash !== null);
  if (marked.length === 0) return;
  await tx.updateTable('known_browser').set({ forgotten_at: now }).where('mark_hash', 'in', marked).execute();
}

// Sessions from before browsers had marks.
async function isSignedInSomewhere(tx: Tx, personId: string): Promise<boolean> {
  const session = await tx
    .selectFrom('session')
    .select('id')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return session !== undefined;
}
