import { expect, test } from 'vitest';
import { listConsents } from '#families/consents/consents.ts';
import { listMembers } from '#families/families.ts';
import { leaveFamily } from '#families/members/leave.ts';
import { acceptOffer, endOffer, offer } from '#families/offers/offering.ts';
import { listOffers } from '#families/offers/offers.ts';
import { askToSucceed, endSuccession, succeedUnanswered } from '#families/succession/succession.ts';
import { NotFound } from '#http/refusals.ts';
import { elias, ines, nora } from '#test/cast.ts';
import { eachDatabase } from '#test/databases.ts';
import { type Open, type Visitor, world } from '#test/world.ts';

/** Nora is the only parent by now; her sister agreed to be there after her. */
async function told(open?: Open) {
  const site = await world(open ? { open } : {});
  const family = await site.family(nora, elias);
  const aunt = await site.joins(family.id, 'relative', ines);
  const { now } = site.clock;
  const { write, reader } = site.database;
  const of = (who: Visitor) => ({ familyId: family.id, personId: who.id });
  const leave = (who: Visitor) => write((tx) => leaveFamily(tx, of(who), { hasPages: true }, now()));
  await leave(family.father);
  await write((tx) => offer(tx, { ...of(aunt), what: 'successor' }, family.mother, now()));
  const [one] = await listOffers(reader, family.id);
  await write((tx) => acceptOffer(tx, one!.id, aunt, now()));
  await site.work();
  (await site.mails()).splice(0);
  const path = `/home/family/succession?family=${family.id}`;
  return {
    site,
    ...family,
    aunt,
    path,
    offerId: one!.id,
    ask: (who: Visitor) => write((tx) => askToSucceed(tx, family.id, who, now())),
    end: (who: Visitor) => write((tx) => endSuccession(tx, family.id, who)),
    due: () => succeedUnanswered({ database: site.database, now }),
    asked: () => listConsents(reader, [family.id]),
    leave,
    roles: async () =>
      (await listMembers(reader, family.id)).map(({ role, signsAs }) => `${signsAs}: ${role}`),
    mails: async () => {
      await site.work();
      const mails = (await site.mails()).splice(0);
      return mails.map(({ to, subject }) => `${to.split('@')[0]}: ${subject}`).toSorted();
    },
  };
}

eachDatabase('after a parent who died', (open) => {
  test('whoever agreed asks, and is a parent beside her when nobody said no for thirty days', async () => {
    const { site, ask, due, aunt, roles, mails } = await told(open);
    await ask(aunt);
    await ask(aunt);
    expect(await mails()).toEqual([`nora: ${ines.name} asks to be a parent in your family now`]);
    site.clock.advance({ days: 29, hours: 23 });
    await due();
    expect(await roles()).toEqual(['Mama: parent', `${ines.signsAs}: relative`]);
    site.clock.advance({ hours: 1 });
    await due();
    expect(await roles()).toEqual(['Mama: parent', `${ines.signsAs}: parent`]);
    expect(await mails()).toEqual([
      'ines: You are a parent in the family now',
      `nora: ${ines.name} is a parent in your family now`,
    ]);
    await due();
    expect(await mails()).toEqual([]);
  });

  test('a parent who is there says no, and nothing changes; what was agreed for later stands', async () => {
    const { site, ask, end, due, aunt, mother, asked, roles, mails } = await told(open);
    await ask(aunt);
    await mails();
    await end(mother);
    expect(await mails()).toEqual(['ines: Nora Lind is there']);
    expect(await asked()).toEqual([]);
    site.clock.advance({ days: 31 });
    await due();
    expect(await roles()).toEqual(['Mama: parent', `${ines.signsAs}: relative`]);
    await ask(aunt);
    await end(aunt);
    expect(await mails()).toEqual([`nora: ${ines.name} has taken it back`]);
  });

  test('a site that was away when the time ended gives three days more, and tells her again', async () => {
    const { site, ask, due, aunt, roles, mails } = await told(open);
    await ask(aunt);
    await mails();
    site.clock.advance({ days: 40 });
    await due();
    expect(await mails()).toEqual([`nora: ${ines.name} asks to be a parent in your family now`]);
    expect((await roles())[1]).toBe(`${ines.signsAs}: relative`);
    site.clock.advance({ days: 3 });
    await due();
    expect((await roles())[1]).toBe(`${ines.signsAs}: parent`);
  });

  test('nobody else can ask or answer: not another relative, nor while there is a second parent, nor after the offer ended', async () => {
    const { site, id, ask, end, aunt, mother, offerId, asked } = await told(open);
    const cousin = await site.joins(id, 'keeper', { name: 'Cousin Ida' });
    for (const who of [cousin, mother, site.stranger()]) await expect(ask(who)).rejects.toThrow(NotFound);
    await ask(aunt);
    for (const who of [cousin, site.stranger()]) await expect(end(who)).rejects.toThrow(NotFound);
    await site.database.write((tx) => endOffer(tx, offerId, mother));
    expect(await asked()).toEqual([]);
    await expect(ask(aunt)).rejects.toThrow(NotFound);
  });

  test('a second parent who comes meanwhile ends it', async () => {
    const { site, id, ask, aunt, mother, asked } = await told(open);
    await ask(aunt);
    const link = await site.request('/home/family/invitations', {
      as: mother,
      form: { family: id, name: elias.name, role: 'parent', email: '' },
    });
    const [invitation] = /\/sign-in\/invitation\/[\w-]+/.exec(link.text)!;
    await site.request(invitation, {
      as: site.stranger(),
      form: { name: elias.name, 'signs-as': 'Papa', email: '' },
    });
    expect(await asked()).toEqual([]);
  });

  test('a parent who leaves makes it needless', async () => {
    const { ask, aunt, mother, leave, asked, roles } = await told(open);
    await ask(aunt);
    expect(await leave(mother)).toEqual({ left: true });
    expect(await asked()).toEqual([]);
    expect(await roles()).toEqual([`${ines.signsAs}: parent`]);
  });
});

test('on the pages: who agreed finds the way, the parent finds the question, and nobody else anything', async () => {
  const { site, id, path, aunt, mother, roles } = await told();
  const family = await site.request(`/home/family?family=${id}`, { as: aunt });
  expect(family.text).toContain('You agreed to be there for the pages if Nora Lind cannot be.');
  expect(family.text).toContain(`href="${path}"`);
  expect((await site.request(path, { as: aunt })).text).toContain('Ask to be a parent now');
  expect((await site.request(path, { as: mother })).status).toBe(404);
  const asked = await site.request(path, { as: aunt, form: {} });
  expect([asked.status, asked.location]).toEqual([303, path]);
  expect((await site.request(path, { as: aunt })).text).toContain('Unless Nora Lind says no');
  expect((await site.request('/home', { as: mother })).text).toContain('asks to be a parent here now');
  expect((await site.request(path, { as: mother })).text).toContain('I am here: not now');
  const cousin = await site.joins(id, 'keeper', { name: 'Cousin Ida' });
  // Whoever keeps the pages reads of it, and cannot answer.
  const home = await site.request('/home', { as: cousin });
  expect(home.text).toContain('asks to be a parent here now');
  expect(home.text).not.toContain(path);
  for (const as of [cousin, await site.person({ name: 'Somebody' })]) {
    expect((await site.request(path, { as })).status).toBe(404);
    expect((await site.request(path, { as, form: {} })).status).toBe(404);
    expect((await site.request(`${path}&_method=delete`, { as, form: {} })).status).toBe(404);
  }
  const no = await site.request(`${path}&_method=delete`, { as: mother, form: {} });
  expect([no.status, no.location]).toEqual([303, '/home']);
  expect((await site.request(path, { as: mother })).status).toBe(404);
  expect(await roles()).toEqual(['Mama: parent', `${ines.signsAs}: relative`, 'Cousin Ida: keeper']);
});
