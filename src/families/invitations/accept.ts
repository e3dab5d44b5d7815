import { removeSuccession } from '#families/consents/consents.ts';
import { findMember, saveMember } from '#families/families.ts';
import { acceptOnce, findInvitation } from '#families/invitations/invitations.ts';
import { tellParents } from '#families/news.ts';
import { makeParent } from '#families/offers/offering.ts';
import { hashSecret } from '#lib/secret.ts';
import type { Tx } from '#schema/database.ts';

/**
 * Takes up an invitation for a person. Answers the family joined, or nothing when the invitation is
 * used, revoked or too old. Whoever belongs already stays what they are, but becomes a parent where they
 * are invited as one; of a new parent every other one is told, but for whoever invited them.
 */
export async function acceptInvitation(
  tx: Tx,
  secret: string,
  person: { id: string; signsAs: string },
  now: string,
): Promise<string | undefined> {
  const invitation = await findInvitation(tx, hashSecret(secret), now);
  if (!invitation || !(await acceptOnce(tx, invitation.id, person.id, now))) return undefined;
  const { familyId, role, invitedBy } = invitation;
  const member = { familyId, personId: person.id };
  const known = await findMember(tx, member);
  if (!known) await saveMember(tx, { ...member, role, signsAs: person.signsAs }, now);
  else if (role === 'parent' && known.role !== 'parent') await makeParent(tx, member, now);
  if (role === 'parent' && known?.role !== 'parent') {
    // There is another parent now, who can ask whoever it was.
    await removeSuccession(tx, familyId);
    const news = { what: 'became-parent', familyId, aboutId: person.id, byId: person.id } as const;
    await tellParents(tx, news, person.id, invitedBy);
  }
  return familyId;
}
