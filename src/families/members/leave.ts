import { findMember, listMembers, listParents } from '#families/families.ts';
import { tell, tellParents } from '#families/news.ts';
import { listOffers } from '#families/offers/offers.ts';
import { makeParent } from '#families/offers/offering.ts';
import { part } from '#families/members/part.ts';
import { NotFound } from '#http/refusals.ts';
import type { Reader, Tx } from '#schema/database.ts';

type Of = { familyId: string; personId: string };

/**
 * Leaves a family. The last parent of a family that has pages is refused, unless somebody has agreed to
 * become a parent after them, and becomes one with this. Without pages there is nothing to keep: the
 * family ends, and nobody belongs to it any more. `NotFound` for whoever does not belong.
 */
export async function leaveFamily(
  tx: Tx,
  member: Of,
  { hasPages }: { hasPages: boolean },
  now: string,
): Promise<{ left: true } | { refused: 'last-parent' }> {
  const { familyId, personId } = member;
  const known = await findMember(tx, member);
  if (!known) throw new NotFound();
  const news = { familyId, aboutId: personId, byId: personId };
  if (known.role !== 'parent') {
    await part(tx, member, now);
    return { left: true };
  }
  if (!(await isLastParent(tx, member))) {
    await part(tx, member, now);
    await tellParents(tx, { ...news, what: 'left' });
    return { left: true };
  }
  const successorId = await findSuccessor(tx, member);
  if (hasPages && successorId === undefined) return { refused: 'last-parent' };
  if (successorId === undefined) {
    for (const one of await listMembers(tx, familyId)) await part(tx, one, now);
    return { left: true };
  }
  await makeParent(tx, { familyId, personId: successorId }, now);
  await part(tx, member, now);
  await tell(tx, { ...news, what: 'succeeded' }, successorId);
  return { left: true };
}

export async function isLastParent(db: Reader, { familyId, personId }: Of): Promise<boolean> {
  const parents = await listParents(db, familyId);
  return parents.length === 1 && parents[0]?.personId === personId;
}

/** Who has agreed to become a parent after this one. */
async function findSuccessor(db: Reader, { familyId, personId }: Of): Promise<string | undefined> {
  const offers = await listOffers(db, familyId);
  const accepted = offers.find(
    ({ what, offeredBy, acceptedAt }) =>
      what === 'successor' && offeredBy === personId && acceptedAt !== undefined,
  );
  return accepted?.personId;
}
