import { randomUUIDv7 } from 'node:crypto';
import { removeSuccession } from '#families/consents/consents.ts';
import { findMember, saveRole } from '#families/families.ts';
import { tell, tellParents } from '#families/news.ts';
import type { Offer, OfferedThing } from '#families/offers/offer.ts';
import {
  addOffer,
  findOffer,
  listOffers,
  markAccepted,
  removeOffer,
  removeOffersOf,
} from '#families/offers/offers.ts';
import { NotFound } from '#http/refusals.ts';
import type { Tx } from '#schema/database.ts';

/**
 * A parent offers somebody of the family to be a parent, or to become one after them; whoever it is is
 * told. Offered again, nothing changes. A parent has one successor at most: naming another one ends the
 * first. `NotFound` for whoever is no parent, and where there is nobody to whom it could be offered.
 */
export async function offer(
  tx: Tx,
  { familyId, personId, what }: { familyId: string; personId: string; what: OfferedThing },
  by: { id: string },
  now: string,
): Promise<void> {
  const [to, from] = [
    await findMember(tx, { familyId, personId }),
    await findMember(tx, { familyId, personId: by.id }),
  ];
  if (from?.role !== 'parent' || !to || to.role === 'parent') throw new NotFound();
  const offers = await listOffers(tx, familyId);
  const same = offers.filter((one) => one.what === what);
  const known = same.find(
    (one) => one.personId === personId && (what === 'parent' || one.offeredBy === by.id),
  );
  if (known) return;
  if (what === 'successor') {
    for (const one of same.filter(({ offeredBy }) => offeredBy === by.id)) await removeOffer(tx, one.id);
    await removeSuccession(tx, familyId);
  }
  const made = { id: randomUUIDv7(), familyId, personId, offeredBy: by.id, what, offeredAt: now };
  await addOffer(tx, { ...made, acceptedAt: undefined });
  await tell(tx, { what: `offer-${what}`, familyId, aboutId: personId, byId: by.id }, personId);
}

/**
 * Accepts what was offered to a person. Who is to be a parent is one from now on, and every other parent is
 * told; a successor becomes one when it is needed. `NotFound` for everybody else.
 */
export async function acceptOffer(tx: Tx, id: string, person: { id: string }, now: string): Promise<void> {
  const found = await findOffer(tx, id);
  if (found?.personId !== person.id) throw new NotFound();
  if (found.acceptedAt !== undefined) return;
  const { familyId, offeredBy } = found;
  const news = { familyId, aboutId: person.id, byId: person.id };
  if (found.what === 'successor') {
    await markAccepted(tx, id, now);
    return tell(tx, { ...news, what: 'successor-accepted' }, offeredBy);
  }
  await makeParent(tx, { familyId, personId: person.id }, now);
  await tellParents(tx, { ...news, what: 'became-parent' }, person.id);
}

/** Makes somebody who belongs already a parent; nothing else is offered to them, and nobody asks to succeed any more. */
export async function makeParent(
  tx: Tx,
  member: { familyId: string; personId: string },
  now: string,
): Promise<void> {
  await removeOffersOf(tx, member);
  await removeSuccession(tx, member.familyId);
  await saveRole(tx, { ...member, role: 'parent' }, now);
}

/**
 * Ends an offer: whoever it was made to would rather not, or a parent takes it back. Whom a parent named as
 * their successor is between those two. `NotFound` for everybody else.
 */
export async function endOffer(tx: Tx, id: string, by: { id: string }): Promise<Offer> {
  const found = await findOffer(tx, id);
  const member = found && (await findMember(tx, { familyId: found.familyId, personId: by.id }));
  const isTheirs = found?.personId === by.id || found?.offeredBy === by.id;
  if (!member || !(isTheirs || (member.role === 'parent' && found?.what === 'parent'))) throw new NotFound();
  await removeOffer(tx, found.id);
  if (found.what === 'successor') await removeSuccession(tx, found.familyId);
  return found;
}
