import { expect, test } from 'vitest';
import { listMembers, rolesOf } from '#families/families.ts';
import { invite } from '#families/invitations/invite.ts';
import { listInvitations } from '#families/invitations/invitations.ts';
import { leaveFamily } from '#families/members/leave.ts';
import { acceptOffer, endOffer, offer } from '#families/offers/offering.ts';
import { listOffers } from '#families/offers/offers.ts';
import type { OfferedThing } from '#families/offers/offer.ts';
import { NotFound } from '#http/refusals.ts';
import { elias, ines, nora } from '#test/cast.ts';
import { eachDatabase } from '#test/databases.ts';
import { type Open, type Visitor, world } from '#test/world.ts';

async function told(open: Open) {
  const site = await world({ open });
  const family = await site.family(nora, elias);
  const aunt = await site.joins(family.id, 'keeper', ines);
  const { now } = site.clock;
  const { write, reader } = site.database;
  const of = (who: Visitor) => ({ familyId: family.id, personId: who.id });
  const offers = () => listOffers(reader, family.id);
  return {
    site,
    ...family,
    aunt,
    offers,
    leave: (who: Visitor, hasPages = true) => write((tx) => leaveFamily(tx, of(who), { hasPages }, now())),
    offerTo: (who: Visitor, what: OfferedThing, by: Visitor) =>
      write((tx) => offer(tx, { ...of(who), what }, by, now())),
    accept: async (who: Visitor) => {
      for (const { id, personId } of await offers())
        if (personId === who.id) await write((tx) => acceptOffer(tx, id, who, now()));
    },
    end: async (by: Visitor) => {
      const [one] = await offers();
      await write((tx) => endOffer(tx, one?.id ?? '', by));
    },
    roles: async () =>
      (await listMembers(reader, family.id)).map(({ role, signsAs }) => `${signsAs}: ${role}`),
    mails: async () => {
      await site.work();
      const mails = (await site.mails()).splice(0);
      return mails.map(({ to, subject }) => `${to.split('@')[0]}: ${subject}`).toSorted();
    },
  };
}

eachDatabase('leaving a family', (open) => {
  test('anybody leaves, and of a parent the others are told', async () => {
    const { leave, father, aunt, roles, mails } = await told(open);
    expect(await leave(aunt)).toEqual({ left: true });
    expect(await mails()).toEqual([]);
    expect(await leave(father)).toEqual({ left: true });
    expect(await roles()).toEqual(['Mama: parent']);
    expect(await mails()).toEqual(['nora: Elias Lind has left your family here']);
    await expect(leave(father)).rejects.toThrow(NotFound);
  });

  test('the last parent of pages stays, also when both leave at the same moment', async () => {
    const { leave, mother, father, roles } = await told(open);
    const answers = await Promise.all([leave(mother), leave(father)]);
    expect(answers.filter((answer) => 'left' in answer)).toHaveLength(1);
    expect(answers.filter((answer) => 'refused' in answer)).toEqual([{ refused: 'last-parent' }]);
    expect((await roles()).filter((one) => one.endsWith('parent'))).toHaveLength(1);
  });

  test('somebody who agreed to be there is a parent the moment the last one leaves, and no sooner', async () => {
    const { leave, mother, father, aunt, offerTo, accept, roles, mails } = await told(open);
    await leave(father);
    await offerTo(aunt, 'successor', mother);
    expect(await leave(mother)).toEqual({ refused: 'last-parent' });
    expect(await roles()).toEqual(['Mama: parent', 'Aunt Ines: keeper']);
    await mails();
    await accept(aunt);
    expect(await mails()).toEqual(['nora: Ines Vale will be there if you leave']);
    expect(await roles()).toEqual(['Mama: parent', 'Aunt Ines: keeper']);
    expect(await leave(mother)).toEqual({ left: true });
    expect(await roles()).toEqual(['Aunt Ines: parent']);
    expect(await mails()).toEqual(['ines: You are a parent in the family now']);
    expect(await leave(aunt)).toEqual({ refused: 'last-parent' });
  });

  test('whom a parent named who is not the last one becomes nothing', async () => {
    const { leave, mother, aunt, offerTo, accept, roles, offers } = await told(open);
    await offerTo(aunt, 'successor', mother);
    await accept(aunt);
    await leave(mother);
    expect(await roles()).toEqual(['Papa: parent', 'Aunt Ines: keeper']);
    expect(await offers()).toEqual([]);
  });

  test('a family without pages ends with its last parent, and lets nobody in any more', async () => {
    const { site, id, leave, mother, father, aunt, roles } = await told(open);
    const { write, reader } = site.database;
    const invitation = {
      familyId: id,
      invitedBy: mother.id,
      role: 'keeper',
      name: 'x',
      email: undefined,
    } as const;
    await write((tx) => invite(tx, invitation, site.clock.now()));
    await leave(father, false);
    expect(await leave(mother, false)).toEqual({ left: true });
    expect(await roles()).toEqual([]);
    expect(await rolesOf(reader, aunt.id)).toEqual(new Map());
    expect(await listInvitations(reader, id)).toEqual([]);
  });
});

eachDatabase('an offer', (open) => {
  test('makes a parent of whoever accepts it, and tells the others; of nobody else', async () => {
    const { mother, father, aunt, offerTo, accept, roles, offers, mails } = await told(open);
    await expect(offerTo(aunt, 'parent', aunt)).rejects.toThrow(NotFound);
    await expect(offerTo(father, 'parent', mother)).rejects.toThrow(NotFound);
    await offerTo(aunt, 'parent', mother);
    await offerTo(aunt, 'parent', father);
    expect(await offers()).toHaveLength(1);
    expect(await mails()).toEqual(['ines: Nora Lind asks you to keep the pages as a parent']);
    await accept(father);
    expect(await roles()).toEqual(['Mama: parent', 'Papa: parent', 'Aunt Ines: keeper']);
    await accept(aunt);
    expect(await roles()).toEqual(['Mama: parent', 'Papa: parent', 'Aunt Ines: parent']);
    expect(await offers()).toEqual([]);
    expect(await mails()).toEqual([
      'elias: Ines Vale is a parent in your family now',
      'nora: Ines Vale is a parent in your family now',
    ]);
  });

  test('is declined by whom it was made to, and taken back by a parent; a successor only by who named them', async () => {
    const { site, mother, father, aunt, offerTo, accept, end, offers } = await told(open);
    const stranger = await site.person({ name: 'A stranger' });
    for (const by of [aunt, mother, father]) {
      await offerTo(aunt, 'parent', mother);
      await expect(end(stranger)).rejects.toThrow(NotFound);
      await end(by);
      expect(await offers()).toEqual([]);
    }
    await offerTo(aunt, 'successor', mother);
    await accept(aunt);
    await expect(end(father)).rejects.toThrow(NotFound);
    await end(aunt);
    expect(await offers()).toEqual([]);
  });

  test('names one successor of each parent: another one ends the first', async () => {
    const { site, id, mother, father, aunt, offerTo, offers } = await told(open);
    const friend = await site.joins(id, 'relative', { name: 'A friend' });
    await offerTo(aunt, 'successor', mother);
    await offerTo(aunt, 'successor', father);
    await offerTo(friend, 'successor', mother);
    const named = (await offers()).map(({ personId, offeredBy }) => [offeredBy, personId]);
    expect(named).toHaveLength(2);
    expect(new Map(named as [string, string][])).toEqual(
      new Map([
        [mother.id, friend.id],
        [father.id, aunt.id],
      ]),
    );
  });
});
