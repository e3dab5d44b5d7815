import { listPasskeys } from '#people/passkeys/passkeys.ts';
import type { Person } from '#people/person.ts';
import { findRecoveryPaper } from '#people/recovery/recovery-codes.ts';
import type { Reader } from '#schema/database.ts';

/**
 * Whether a person could sign in again by themselves: with a confirmed mail address, a passkey, or a code
 * from paper. `without` leaves out what is about to be taken away.
 */
export async function hasWayBack(
  db: Reader,
  { id, email }: Person,
  without: { email?: true; passkeyId?: string } = {},
): Promise<boolean> {
  if (email !== undefined && !without.email) return true;
  const passkeys = await listPasskeys(db, id);
  if (passkeys.some((passkey) => passkey.id !== without.passkeyId)) return true;
  return ((await findRecoveryPaper(db, id))?.left ?? 0) > 0;
}
