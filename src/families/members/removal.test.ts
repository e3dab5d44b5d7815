import { expect, test } from 'vitest';
import { changeRole } from '#families/members/change-role.ts';
import { findConsent } from '#families/consents/consents.ts';
import { listMembers, rolesOf } from '#families/families.ts';
import { listInvitations } from '#families/invitations/invitations.ts';
import { invite } from '#families/invitations/invite.ts';
import { keepInFamily, removeFromFamily, removeUnkept } from '#families/members/removal.ts';
import { NotFound } from '#http/refusals.ts';
import { elias, ines, nora } from '#test/cast.ts';
import { eachDatabase } from '#test/databases.ts';
import { type Open, type Visitor, world } from '#test/world.ts';

async function told(open: Open) {
  const site = await world({ open });
  const family = await site.family(nora, elias);
  const { now } = site.clock;
  const { write, reader } = site.database;
  const of = (who: Visitor) => ({ familyId: family.id, personId: who.id });
  return {
    site,
    ...family,
    of,
    remove: (who: Visitor, by: Visitor) => write((tx) => removeFromFamily(tx, of(who), by, now())),
    keep: (who: Visitor, by: Visitor) => write((tx) => keepInFamily(tx, of(who), by, now())),
    due: () => removeUnkept(site.site),
    roleOf: async (who: Visitor) => (await rolesOf(reader, who.id)).get(family.id),
    asked: (who: Visitor) => findConsent(reader, { familyId: family.id, what: 'removal', aboutId: who.id }),
    /** What the mails since the last look say, to whom. */
    told: async () => {
      await site.work();
      const mails = (await site.mails()).splice(0);
      return mails.map(({ to, subject }) => `${to.split('@')[0]}: ${subject}`).toSorted();
    },
  };
}

eachDatabase('removing somebody', (open) => {
  test('a keeper, a relative, a doorkeeper: one parent, at once, and nobody else', async () => {
    const { site, id, mother, father, remove, roleOf, told: mails } = await told(open);
    const aunt = await site.joins(id, 'keeper', ines);
    const others = await site.family(
      { ...nora, email: 'nell@other.example' },
      { ...elias, email: 'edgar@other.example' },
    );
    for (const role of ['keeper', 'relative', 'doorkeeper'] as const) {
      const guest = await site.joins(id, role, { name: role });
      for (const nobody of [guest, aunt, others.mother]) {
        await expect(remove(guest, nobody)).rejects.toThrow(NotFound);
        expect(await roleOf(guest)).toBe(role);
      }
      expect(await remove(guest, father)).toBe('removed');
      expect(await roleOf(guest)).toBeUndefined();
    }
    await expect(remove(mother, mother)).rejects.toThrow(NotFound);
    expect(await roleOf(aunt)).toBe('keeper');
    expect(await mails()).toEqual([]);
  });

  test('one of two parents: nothing changes for three days, both are told, and then they are one no longer', async () => {
    const { site, mother, father, remove, roleOf, due, asked, told: mails } = await told(open);
    expect(await remove(father, mother)).toBe('asked');
    expect((await asked(father))?.dueAt).toBe('2024-02-17T10:00:00.000Z');
    expect(await mails()).toEqual([
      'elias: Nora Lind has asked that you no longer look after the pages here',
    ]);
    site.clock.advance({ hours: 71, minutes: 59 });
    // Asked once more it is no sooner, no later, and nobody is told twice.
    expect(await remove(father, mother)).toBe('asked');
    await due();
    expect([await roleOf(father), await mails()]).toEqual(['parent', []]);
    site.clock.advance({ minutes: 1 });
    await due();
    expect([await roleOf(father), await roleOf(mother)]).toEqual([undefined, 'parent']);
    expect(await asked(father)).toBeUndefined();
    expect(await mails()).toEqual([
      'elias: You no longer look after the pages of the family here',
      'nora: Elias Lind no longer looks after the pages of your family',
    ]);
  });

  test('an objection stops it, in the last minute too, and time alone never does it again', async () => {
    const { site, mother, father, remove, keep, roleOf, due, asked, told: mails } = await told(open);
    await remove(father, mother);
    site.clock.advance({ hours: 72 });
    await keep(father, father);
    await due();
    expect(await roleOf(father)).toBe('parent');
    expect(await asked(father)).toMatchObject({ wantedBy: [], objectedBy: father.id, dueAt: undefined });
    expect(await mails()).toEqual(['nora: Elias Lind has objected']);
    expect(await remove(father, mother)).toBe('asked');
    expect((await asked(father))?.dueAt).toBeUndefined();
    site.clock.advance({ days: 400 });
    await due();
    await keep(father, mother);
    expect(await remove(father, mother)).toBe('asked');
    site.clock.advance({ days: 400 });
    await due();
    expect(await roleOf(father)).toBe('parent');
    expect((await asked(father))?.objectedBy).toBe(father.id);
  });

  test('whoever asked takes it back, and it is as if it had not been asked', async () => {
    const { site, mother, father, remove, keep, roleOf, due, asked, told: mails } = await told(open);
    await remove(father, mother);
    await mails();
    await keep(father, mother);
    expect(await asked(father)).toBeUndefined();
    expect(await mails()).toEqual(['elias: You go on looking after the pages']);
    site.clock.advance({ days: 4 });
    await due();
    expect(await roleOf(father)).toBe('parent');
    expect(await remove(father, mother)).toBe('asked');
    expect((await asked(father))?.dueAt).toBe('2024-02-21T10:00:00.000Z');
  });

  test('the third of three parents: at once when both others agree, whatever the third says', async () => {
    const { site, id, mother, father, remove, keep, roleOf, told: mails } = await told(open);
    site.clock.advance({ days: 1 });
    const third = await site.joins(id, 'parent', { name: 'A third', email: 'third@family.example' });
    expect(await remove(third, mother)).toBe('asked');
    expect(await mails()).toEqual([
      'elias: Nora Lind has asked that A third no longer look after the pages',
      'third: Nora Lind has asked that you no longer look after the pages here',
    ]);
    await keep(third, third);
    expect(await roleOf(third)).toBe('parent');
    await remove(third, mother);
    expect(await remove(third, father)).toBe('removed');
    expect(await roleOf(third)).toBeUndefined();
  });

  test('nobody brings in a second voice: who came later cannot agree against who was there', async () => {
    const { site, id, mother, father, of, remove, keep, roleOf, due } = await told(open);
    site.clock.advance({ days: 1 });
    const friend = await site.joins(id, 'keeper', ines);
    await site.database.write((tx) =>
      tx
        .updateTable('member')
        .set({ role: 'parent', role_since: site.clock.now() })
        .where('person_id', '=', friend.id)
        .execute(),
    );
    expect(await remove(father, friend)).toBe('asked');
    expect(await remove(father, mother)).toBe('asked');
    expect(await roleOf(father)).toBe('parent');
    await keep(father, father);
    expect(await remove(father, mother)).toBe('asked');
    expect(await remove(father, friend)).toBe('asked');
    site.clock.advance({ days: 30 });
    await due();
    expect(await roleOf(father)).toBe('parent');
    expect(await listMembers(site.database.reader, of(father).familyId)).toHaveLength(3);
  });

  test('each asks that the other goes: whoever objects stays, and the first to go takes their asking along', async () => {
    const { site, mother, father, remove, roleOf, due, asked } = await told(open);
    await remove(father, mother);
    site.clock.advance({ hours: 1 });
    await remove(mother, father);
    site.clock.advance({ hours: 71, minutes: 30 });
    await due();
    expect([await roleOf(father), await roleOf(mother)]).toEqual([undefined, 'parent']);
    expect(await asked(mother)).toBeUndefined();
    site.clock.advance({ days: 2 });
    await due();
    expect(await roleOf(mother)).toBe('parent');
  });

  test('three days that passed while the site was away begin anew, and are told once more', async () => {
    const { site, mother, father, remove, keep, roleOf, due, told: mails } = await told(open);
    await remove(father, mother);
    await mails();
    site.clock.advance({ hours: 73, minutes: 1 });
    await due();
    expect(await roleOf(father)).toBe('parent');
    expect(await mails()).toEqual([
      'elias: Nora Lind has asked that you no longer look after the pages here',
    ]);
    site.clock.advance({ hours: 71 });
    await due();
    expect(await roleOf(father)).toBe('parent');
    await keep(father, father);
    site.clock.advance({ hours: 2 });
    await due();
    expect(await roleOf(father)).toBe('parent');
  });

  test('what a parent began is over with them: invitations, what they wanted, what they objected to', async () => {
    const { site, id, mother, father, remove, keep, asked, due } = await told(open);
    site.clock.advance({ days: 1 });
    const third = await site.joins(id, 'parent', { name: 'A third' });
    const invitation = {
      familyId: id,
      invitedBy: third.id,
      role: 'parent',
      name: 'x',
      email: undefined,
    } as const;
    await site.database.write((tx) => invite(tx, invitation, site.clock.now()));
    await remove(father, mother);
    await keep(father, third);
    expect((await asked(father))?.objectedBy).toBe(third.id);
    await remove(mother, third);
    await remove(third, mother);
    await remove(third, father);
    expect(await listInvitations(site.database.reader, id)).toEqual([]);
    expect([await asked(father), await asked(mother), await asked(third)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    await due();
  });

  test('nobody is told of what is over before the mail leaves', async () => {
    const { mother, father, remove, keep, told: mails } = await told(open);
    await remove(father, mother);
    await keep(father, father);
    expect(await mails()).toEqual(['nora: Elias Lind has objected']);
  });

  test('a parent makes a keeper a relative and back, and no parent anything else', async () => {
    const { site, id, mother, father, of, roleOf } = await told(open);
    const aunt = await site.joins(id, 'keeper', ines);
    const change = (who: Visitor, role: 'keeper' | 'relative', by: Visitor) =>
      site.database.write((tx) => changeRole(tx, { ...of(who), role }, by, site.clock.now()));
    await change(aunt, 'relative', mother);
    expect(await roleOf(aunt)).toBe('relative');
    await change(aunt, 'keeper', father);
    expect(await roleOf(aunt)).toBe('keeper');
    await expect(change(father, 'relative', mother)).rejects.toThrow(NotFound);
    await expect(change(aunt, 'relative', aunt)).rejects.toThrow(NotFound);
    expect([await roleOf(father), await roleOf(aunt)]).toEqual(['parent', 'keeper']);
  });
});
