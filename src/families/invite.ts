import { randomUUIDv7 } from 'node:crypto';
import { saveInvitation } from '#families/families.ts';
import type { Role } from '#families/role.ts';
import { instantAfter } from '#lib/instant.ts';
import { hashSecret, newSecret } from '#lib/secret.ts';
import type { Tx } from '#schema/database.ts';

const openDays = 14;

/**
 * Invites somebody into a family. Answers the secret of the link, which is kept nowhere: it can be
 * handed over or sent, and opens the family once within 14 days.
 */
export async function invite(
  tx: Tx,
  invitation: { familyId: string; invitedBy: string; role: Role; name: string; email: string | undefined },
  now: string,
): Promise<string> {
  const secret = newSecret();
  const expiresAt = instantAfter(now, { days: openDays });
  await saveInvitation(tx, { ...invitation, id: randomUUIDv7(), expiresAt }, hashSecret(secret), now);
  return secret;
}
