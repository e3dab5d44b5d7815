import { randomUUIDv7 } from 'node:crypto';
import { saveFamily } from '#families/families.ts';
import type { Invitation } from '#families/invitations/invitation.ts';
import { renewInvitation, saveInvitation } from '#families/invitations/invitations.ts';
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

/**
 * Sends an invitation again: answers the secret of a new link, open for fourteen days from now. The one
 * before ends.
 */
export async function inviteAgain(
  tx: Tx,
  { id }: Pick<Invitation, 'id'>,
  by: { id: string },
  now: string,
): Promise<string> {
  const secret = newSecret();
  const renewed = { id, invitedBy: by.id, expiresAt: instantAfter(now, { days: openDays }) };
  await renewInvitation(tx, renewed, hashSecret(secret));
  return secret;
}

/**
 * Invites the first parent of a family of its own, which nobody belongs to before they come: not even
 * who invites. Answers the secret of the link.
 */
export async function inviteFamily(
  tx: Tx,
  invitation: { invitedBy: string; name: string; email: string | undefined },
  now: string,
): Promise<string> {
  const familyId = randomUUIDv7();
  await saveFamily(tx, { id: familyId, now });
  return invite(tx, { ...invitation, familyId, role: 'parent' }, now);
}
