import { saveMember } from '#families/families.ts';
import { acceptOnce, findInvitation } from '#families/invitations.ts';
import { hashSecret } from '#lib/secret.ts';
import type { Tx } from '#schema/database.ts';

/**
 * Takes up an invitation for a person. Answers the family joined, or nothing when the invitation is
 * used, revoked or too old.
 */
export async function acceptInvitation(
  tx: Tx,
  secret: string,
  person: { id: string; signsAs: string },
  now: string,
): Promise<string | undefined> {
  const invitation = await findInvitation(tx, hashSecret(secret), now);
  if (!invitation || !(await acceptOnce(tx, invitation.id, person.id, now))) return undefined;
  const { familyId, role } = invitation;
  await saveMember(tx, { familyId, personId: person.id, role, signsAs: person.signsAs }, now);
  return familyId;
}
