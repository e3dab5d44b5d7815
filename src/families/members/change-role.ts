import { findMember, saveRole } from '#families/families.ts';
import { type givenRoles, keepsPages } from '#families/role.ts';
import { NotFound } from '#http/refusals.ts';
import type { Tx } from '#schema/database.ts';

/**
 * A parent makes somebody a keeper, a doorkeeper or a relative. Parents stay what they are: to be one is
 * accepted, and to be one no longer is a removal. `NotFound` for whoever is no parent, and for a parent.
 */
export async function changeRole(
  tx: Tx,
  member: { familyId: string; personId: string; role: (typeof givenRoles)[number] },
  by: { id: string },
  now: string,
): Promise<void> {
  const { familyId, personId, role } = member;
  const [known, from] = [
    await findMember(tx, { familyId, personId }),
    await findMember(tx, { familyId, personId: by.id }),
  ];
  if (from?.role !== 'parent' || !known || known.role === 'parent') throw new NotFound();
  if (known.role === role) return;
  await saveRole(tx, member, now);
  if (keepsPages(known.role) && !keepsPages(role))
    await tx.record({ keepingEnded: `${familyId} ${personId}` });
}
