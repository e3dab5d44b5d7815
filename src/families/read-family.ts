import type { Circle } from '#families/circles/circle.ts';
import { listCircles } from '#families/circles/circles.ts';
import { findConsent } from '#families/consents/consents.ts';
import type { Consent } from '#families/consents/consent.ts';
import { listMembers, rolesOf } from '#families/families.ts';
import type { Member } from '#families/family.ts';
import type { Invitation } from '#families/invitations/invitation.ts';
import { listInvitations } from '#families/invitations/invitations.ts';
import type { Offer } from '#families/offers/offer.ts';
import { listOffers } from '#families/offers/offers.ts';
import { keepsPages } from '#families/role.ts';
import { findSuccession } from '#families/succession/succession.ts';
import { zoneOfFamily } from '#families/zone.ts';
import { findNames } from '#people/people.ts';
import type { Reader } from '#schema/database.ts';

/** Somebody of a family with their name, what is offered to them, and whether they are to be one no longer. */
export type Known = Member & { name: string; offer: Offer | undefined; removal: Consent | undefined };

/** A family as one of its own sees it. */
export type FamilySeen = {
  familyId: string;
  /** The zone that it tells its days in; empty where it has none. */
  zone: string;
  mine: Known;
  /** Everybody for those who keep the pages; for others the parents, and themselves. */
  members: readonly Known[];
  /** Who is invited and has not come: for parents. */
  invitations: readonly Invitation[];
  /** Circles among the relatives: for parents. */
  circles: readonly Circle[];
  /** The only parent, and that this person agreed to be one after them. */
  succeeds: Known | undefined;
  /** Families that this person belongs to besides, each told by its parents. */
  others: readonly { familyId: string; names: readonly string[] }[];
};

/** Reads a family for somebody who was found to belong to it. */
export async function readFamily(db: Reader, familyId: string, personId: string): Promise<FamilySeen> {
  const [members, offers] = await Promise.all([listMembers(db, familyId), listOffers(db, familyId)]);
  const names = await findNames(
    db,
    members.map((member) => member.personId),
  );
  const known = await Promise.all(
    members.map(async (member): Promise<Known> => {
      const matter = { familyId, what: 'removal', aboutId: member.personId } as const;
      return {
        ...member,
        name: names.get(member.personId) ?? '',
        offer: offers.find((one) => one.personId === member.personId),
        removal: member.role === 'parent' ? await findConsent(db, matter) : undefined,
      };
    }),
  );
  const mine = known.find((member) => member.personId === personId)!;
  const succession = await findSuccession(db, familyId);
  const isSuccessor = succession?.successorId === personId;
  const isSeen = (member: Known) => keepsPages(mine.role) || member.role === 'parent' || member === mine;
  return {
    familyId,
    zone: await zoneOfFamily(db, familyId),
    mine,
    members: known.filter(isSeen),
    invitations: mine.role === 'parent' ? await listInvitations(db, familyId) : [],
    circles: mine.role === 'parent' ? await listCircles(db, familyId) : [],
    succeeds: isSuccessor ? known.find((member) => member.personId === succession.parentId) : undefined,
    others: await otherFamilies(db, familyId, personId),
  };
}

async function otherFamilies(db: Reader, familyId: string, personId: string): Promise<FamilySeen['others']> {
  const ids = [...(await rolesOf(db, personId)).keys()].filter((id) => id !== familyId);
  return Promise.all(
    ids.map(async (id) => {
      const parents = (await listMembers(db, id)).filter(({ role }) => role === 'parent');
      const names = await findNames(
        db,
        parents.map((parent) => parent.personId),
      );
      return { familyId: id, names: [...names.values()] };
    }),
  );
}
