import { removeMember } from '#families/families.ts';
import { revokeInvitationsBy } from '#families/invitations/invitations.ts';
import { removeOffersOf } from '#families/offers/offers.ts';
import { forgetConsents } from '#families/consents/want.ts';
import type { Tx } from '#schema/database.ts';

/**
 * Somebody belongs to a family no longer: they see nothing of it from now on, and what they began there as
 * a parent (invitations, offers, what they wanted or objected to) is over. What they wrote stays as it is.
 */
export async function part(
  tx: Tx,
  member: { familyId: string; personId: string },
  now: string,
): Promise<void> {
  await removeMember(tx, member);
  await revokeInvitationsBy(tx, member, now);
  await removeOffersOf(tx, member);
  await forgetConsents(tx, member);
  await tx.record({ keepingEnded: `${member.familyId} ${member.personId}` });
}
