import { listPasskeys } from '#people/passkeys.ts';
import type { Person } from '#people/person.ts';
import type { Reader } from '#schema/database.ts';

/** Whether a person could sign in again by themselves: with a confirmed mail address or a passkey. */
export async function hasWayBack(db: Reader, person: Person): Promise<boolean> {
  return person.email !== undefined || (await listPasskeys(db, person.id)).length > 0;
}
