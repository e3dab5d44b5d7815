import { instantAfter } from '#lib/instant.ts';
import { listPasskeys } from '#people/passkeys/passkeys.ts';
import type { Person } from '#people/person.ts';
import { findRecoveryPaper } from '#people/recovery/recovery-codes.ts';
import type { Session } from '#people/sessions.ts';
import type { Site } from '#schema/site.ts';

const freshMinutes = 10;

/** With what a person can prove once more who they are. */
export type WaysToConfirm = { hasPasskey: boolean; email: string | undefined; hasCodes: boolean };

/**
 * How somebody is asked who they are before what weighs more than most. Nothing when they proved it in
 * this session within the last ten minutes, or have nothing to prove it with: then their session is all
 * that can be asked of them.
 */
export async function waysToConfirm(
  { database, now }: Pick<Site, 'database' | 'now'>,
  { person, session }: { person: Person; session: Session },
): Promise<WaysToConfirm | undefined> {
  if (session.confirmedAt > instantAfter(now(), { minutes: -freshMinutes })) return undefined;
  const { id, email } = person;
  const passkeys = await listPasskeys(database.reader, id);
  const paper = await findRecoveryPaper(database.reader, id);
  const ways = { hasPasskey: passkeys.length > 0, email, hasCodes: paper !== undefined && paper.left > 0 };
  return ways.hasPasskey || ways.hasCodes || email !== undefined ? ways : undefined;
}
