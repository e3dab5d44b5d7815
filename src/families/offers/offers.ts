import type { Offer } from '#families/offers/offer.ts';
import type { Reader, Tx } from '#schema/database.ts';
import type { Tables } from '#schema/tables.ts';

export async function findOffer(db: Reader, id: string): Promise<Offer | undefined> {
  const row = await db.selectFrom('offer').selectAll().where('id', '=', id).executeTakeFirst();
  return row && offerFrom(row);
}

/** Everything that is offered in a family, first come first; also what was accepted and is not needed yet. */
export async function listOffers(db: Reader, familyId: string): Promise<Offer[]> {
  const rows = await db
    .selectFrom('offer')
    .selectAll()
    .where('family_id', '=', familyId)
    .orderBy('offered_at')
    .orderBy('id')
    .execute();
  return rows.map(offerFrom);
}

/** What is offered to a person and waits for a word. */
export async function listOffersTo(db: Reader, personId: string): Promise<Offer[]> {
  const rows = await db
    .selectFrom('offer')
    .selectAll()
    .where('person_id', '=', personId)
    .where('accepted_at', 'is', null)
    .orderBy('offered_at')
    .orderBy('id')
    .execute();
  return rows.map(offerFrom);
}

export async function addOffer(tx: Tx, offer: Offer): Promise<void> {
  await tx
    .insertInto('offer')
    .values({
      id: offer.id,
      family_id: offer.familyId,
      person_id: offer.personId,
      offered_by: offer.offeredBy,
      what: offer.what,
      offered_at: offer.offeredAt,
      accepted_at: offer.acceptedAt ?? null,
    })
    .execute();
}

export async function markAccepted(tx: Tx, id: string, now: string): Promise<void> {
  await tx.updateTable('offer').set({ accepted_at: now }).where('id', '=', id).execute();
}

export async function removeOffer(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('offer').where('id', '=', id).execute();
}

/** Nothing is offered to somebody in a family any more, and nothing that they offered stands. */
export async function removeOffersOf(
  tx: Tx,
  { familyId, personId }: { familyId: string; personId: string },
): Promise<void> {
  await tx
    .deleteFrom('offer')
    .where('family_id', '=', familyId)
    .where((eb) => eb.or([eb('person_id', '=', personId), eb('offered_by', '=', personId)]))
    .execute();
}

function offerFrom(row: Tables['offer']): Offer {
  return {
    id: row.id,
    familyId: row.family_id,
    personId: row.person_id,
    offeredBy: row.offered_by,
    what: row.what === 'successor' ? 'successor' : 'parent',
    offeredAt: row.offered_at,
    acceptedAt: row.accepted_at ?? undefined,
  };
}
