import { expect, test } from 'vitest';
import { leaveFamily } from '#families/members/leave.ts';
import { NotFound } from '#http/refusals.ts';
import { asItIsNow } from '#memorials/kept-memorial.ts';
import { keepMemorial, leaveMemorial, leaveUnkept } from '#memorials/leave.ts';
import { restMemorial } from '#memorials/rest.ts';
import { findLeaving } from '#memorials/leaving-asked.ts';
import { elias, ines, nora, wren } from '#test/cast.ts';
import { eachDatabase } from '#test/databases.ts';
import { type Open, type Visitor, world } from '#test/world.ts';

async function told(open: Open) {
  const site = await world({ open });
  const family = await site.family(nora, elias);
  const aunt = await site.joins(family.id, 'keeper', ines);
  const memorial = await site.opened(family.memorial);
  const { now } = site.clock;
  const { write, reader } = site.database;
  const ask = (who: Visitor) =>
    write(async (tx) => leaveMemorial(tx, await asItIsNow(tx, memorial), who, now()));
  return {
    site,
    ...family,
    aunt,
    memorial,
    ask,
    keep: (who: Visitor) => write(async (tx) => keepMemorial(tx, await asItIsNow(tx, memorial), who, now())),
    due: () => leaveUnkept(site.site),
    leavesAt: async () => (await site.memorialNow(memorial)).leavesAt,
    readers: async () => (await site.request('/wren')).status,
    asked: async () => findLeaving(reader, await site.memorialNow(memorial)),
    mails: async () => {
      await site.work();
      const mails = (await site.mails()).splice(0);
      return mails.map(({ to, subject }) => `${to.split('@')[0]}: ${subject}`).toSorted();
    },
  };
}

eachDatabase('a page that a parent would like to go away', (open) => {
  test('is as open as before until the other parent agrees; then its thirty days begin', async () => {
    const { mother, father, ask, leavesAt, readers, mails, site } = await told(open);
    await ask(mother);
    expect([await leavesAt(), await readers()]).toEqual([undefined, 200]);
    expect(await mails()).toEqual(['elias: Nora Lind has asked for a page to go away']);
    site.clock.advance({ hours: 5 });
    await ask(father);
    expect([await leavesAt(), await readers()]).toEqual(['2024-03-15T15:00:00.000Z', 404]);
    expect(await mails()).toEqual(['nora: A page goes away on Friday, 15 March 2024']);
  });

  test('begins its thirty days after three days in which nobody says anything, and not a minute before', async () => {
    const { site, mother, ask, due, leavesAt, readers, mails } = await told(open);
    await ask(mother);
    await mails();
    site.clock.advance({ hours: 71, minutes: 59 });
    await due();
    expect([await leavesAt(), await readers()]).toEqual([undefined, 200]);
    site.clock.advance({ minutes: 1 });
    await due();
    expect([await leavesAt(), await readers()]).toEqual(['2024-03-18T10:00:00.000Z', 404]);
    expect(await mails()).toEqual(['elias: A page goes away on Monday, 18 March 2024']);
  });

  test('is kept by any parent: after that, time alone never takes it away', async () => {
    const { site, mother, father, ask, keep, due, leavesAt, asked } = await told(open);
    await ask(mother);
    await keep(father);
    for (let month = 0; month < 3; month++) {
      await ask(mother);
      site.clock.advance({ days: 30 });
      await due();
      expect(await leavesAt()).toBeUndefined();
    }
    expect(await asked()).toMatchObject({ objectedByName: elias.name, askedByName: nora.name });
    // Both want it now.
    await ask(father);
    expect(await leavesAt()).toBeDefined();
  });

  test('is kept in its thirty days by whoever had said nothing, which counts as an objection too', async () => {
    const { site, mother, father, ask, keep, due, leavesAt, readers } = await told(open);
    await ask(mother);
    site.clock.advance({ hours: 72 });
    await due();
    site.clock.advance({ days: 29 });
    await keep(father);
    expect([await leavesAt(), await readers()]).toEqual([undefined, 200]);
    await ask(mother);
    site.clock.advance({ days: 4 });
    await due();
    expect(await leavesAt()).toBeUndefined();
  });

  test('is kept by whoever asked, as if it had not been asked', async () => {
    const { site, mother, father, ask, keep, due, leavesAt, asked } = await told(open);
    await ask(mother);
    await keep(mother);
    expect(await asked()).toBeUndefined();
    await ask(father);
    await ask(mother);
    await keep(mother);
    expect([await leavesAt(), await asked()]).toEqual([undefined, undefined]);
    await ask(mother);
    expect((await asked())?.dueAt).toBe('2024-02-17T10:00:00.000Z');
    site.clock.advance({ hours: 72 });
    await due();
    expect(await leavesAt()).toBeDefined();
  });

  test('goes at once where there is one parent alone, also where the other one left meanwhile', async () => {
    const { site, id, mother, father, ask, leavesAt } = await told(open);
    await ask(mother);
    await site.database.write((tx) =>
      leaveFamily(tx, { familyId: id, personId: father.id }, { hasPages: true }, site.clock.now()),
    );
    expect(await leavesAt()).toBeUndefined();
    await ask(mother);
    expect(await leavesAt()).toBe('2024-03-15T10:00:00.000Z');
  });

  test('is nobody’s to decide but a parent’s', async () => {
    const { aunt, ask, leavesAt } = await told(open);
    await expect(ask(aunt)).rejects.toThrow(NotFound);
    expect(await leavesAt()).toBeUndefined();
  });

  test('that goes away takes the words of others along: they are told, in or out of the family', async () => {
    const { site, id, memorial, mother, father, aunt, ask, mails } = await told(open);
    const friend = await site.joins(id, 'keeper', { name: 'A friend', email: 'friend@family.example' });
    await site.letter(memorial, aunt, { text: 'From your aunt' });
    await site.letter(memorial, friend, { published: false });
    await site.database.write((tx) =>
      leaveFamily(tx, { familyId: id, personId: friend.id }, { hasPages: true }, site.clock.now()),
    );
    await ask(mother);
    await ask(father);
    await site.work();
    const sent = await site.mails();
    const writers = sent.filter(({ subject }) => subject.startsWith('A page that you wrote on'));
    expect(writers.map(({ to }) => to).toSorted()).toEqual(['friend@family.example', ines.email]);
    for (const { text, html, subject } of sent)
      for (const part of [text, html, subject]) expect(part).not.toContain(wren.called);
    expect(writers.find(({ to }) => to !== ines.email)?.text).toContain('/home/kept');
    await mails();
  });

  test('and that rests is told to the other parent, once, and not if it has come back', async () => {
    const { site, memorial, mother, mails } = await told(open);
    const rest = () =>
      site.database.write(async (tx) =>
        restMemorial(tx, await asItIsNow(tx, memorial), mother, site.clock.now()),
      );
    await rest();
    await rest();
    expect(await mails()).toEqual(['elias: Nora Lind has let a page rest']);
  });
});
