import { beforeEach, expect, test, vi } from 'vitest';
import { host } from '#cli/host.ts';
import { CannotDo } from '#cli/told.ts';
import { claimSite, offerClaim } from '#hosting/claim.ts';
import { offerSite, takeSiteOver } from '#hosting/hand-over.ts';
import { findHostId } from '#hosting/host.ts';
import { NotFound } from '#http/refusals.ts';
import { addPerson, findPerson } from '#people/people.ts';
import { elias, ines, nora } from '#test/cast.ts';
import { eachDatabase } from '#test/databases.ts';
import { openOwn, ownSettings } from '#test/own-site.ts';
import { type Open, type Visitor, world } from '#test/world.ts';

const path = '/host/handing-over';

/** Nora looks after the site, and Ines is somebody else on it. */
async function told(open?: Open) {
  const site = await world(open ? { open } : {});
  const { mother, father } = await site.family(nora, elias);
  const { write, reader } = site.database;
  await write((tx) => tx.insertInto('setting').values({ name: 'host', value: mother.id }).execute());
  const someone = await site.person(ines);
  return {
    site,
    mother,
    father,
    someone,
    hostId: () => findHostId(reader),
    offer: (by: Visitor = mother) => write((tx) => offerSite(tx, by, site.clock.now())),
    take: async (secret: string, by?: Visitor) => {
      const person = by && (await findPerson(reader, by.id));
      const as = { person, name: 'Somebody new', language: 'en' };
      return write((tx) => takeSiteOver(tx, secret, as, site.clock.now()));
    },
  };
}

eachDatabase('a site that is handed over', (open) => {
  test('is looked after by whoever takes it up first, once', async () => {
    const { offer, take, someone, mother, hostId } = await told(open);
    const secret = await offer();
    expect(await hostId()).toBe(mother.id);
    const taken = await Promise.all([take(secret, someone), take(secret), take(secret)]);
    const [one, ...others] = taken.filter((found) => found !== undefined);
    expect(others).toEqual([]);
    expect(await hostId()).toBe(one!.host.id);
    expect(one!.before).toBe(mother.id);
    expect(await take(secret)).toBeUndefined();
  });

  test('stays where it is with a link that is too old, taken back, not the newest, or nobody’s', async () => {
    const { site, offer, take, mother, hostId } = await told(open);
    const older = await offer();
    const newer = await offer();
    expect([await take(older), await take('A'.repeat(43)), await take('')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    site.clock.advance({ days: 14 });
    expect(await take(newer)).toBeUndefined();
    const back = await offer();
    await site.request(`${path}?_method=delete`, { as: mother, form: {} });
    expect(await take(back)).toBeUndefined();
    expect(await hostId()).toBe(mother.id);
  });

  test('is offered by its host and nobody else', async () => {
    const { offer, father, someone, site } = await told(open);
    for (const who of [father, someone, site.stranger()]) await expect(offer(who)).rejects.toThrow(NotFound);
  });
});

test('somebody new takes it over by the link, signs in with it, and the one before is told', async () => {
  const { site, mother, father, hostId } = await told();
  const made = await site.request(path, { as: mother, form: {} });
  const link = /https:\/\/snowdrop\.example(\/sign-in\/host\/[\w-]{43})/.exec(made.text)![1]!;
  // It is shown once, and kept nowhere.
  expect((await site.request(path, { as: mother })).text).not.toContain(link);
  expect(await site.rows()).not.toContain(link.split('/').at(-1));
  const next = site.stranger();
  const asked = await site.request(link, { as: next });
  expect(asked.text).toContain('Nora Lind looks after this site');
  expect(asked.headers.get('cache-control')).toBe('private, no-store');
  const refused = await site.request(link, { as: next, form: { name: ' ', email: 'x' } });
  expect(refused.status).toBe(422);
  const taken = await site.request(link, { as: next, form: { name: 'Jo Hart', email: '' } });
  expect([taken.status, taken.location]).toEqual([303, '/home']);
  expect((await site.request('/host/invitations', { as: next })).status).toBe(200);
  for (const at of ['/host/invitations', '/host/reports', path])
    expect([at, (await site.request(at, { as: mother })).status]).toEqual([at, 404]);
  // Her family is hers, and nothing of it is the new host's.
  expect((await site.request('/home/family', { as: mother })).status).toBe(200);
  expect((await site.request('/home/family', { as: next })).status).toBe(404);
  expect((await findPerson(site.database.reader, (await hostId())!))?.name).toBe('Jo Hart');
  expect((await site.mails()).map(({ to, subject }) => [to, subject])).toEqual([
    [nora.email, 'Jo Hart looks after this site now'],
  ]);
  // The second click of the same button leads home; for anybody else the link is none.
  expect((await site.request(link, { as: next, form: {} })).location).toBe('/home');
  for (const as of [site.stranger(), father]) {
    const nothing = await site.request('/sign-in/host/never-was', { as });
    const used = await site.request(link, { as });
    expect([used.status, used.text]).toEqual([404, nothing.text]);
  }
});

test('somebody who is signed in takes it over with one button', async () => {
  const { site, mother, someone, hostId } = await told();
  const { text } = await site.request(path, { as: mother, form: {} });
  const link = /\/sign-in\/host\/[\w-]{43}/.exec(text)![0];
  expect((await site.request(link, { as: someone })).text).toContain('You are signed in as Ines Vale');
  expect((await site.request(link, { as: someone, form: {} })).location).toBe('/home');
  expect(await hostId()).toBe(someone.id);
});

const said: string[] = [];
beforeEach(() => {
  said.length = 0;
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
  return () => vi.restoreAllMocks();
});

test('at the shell somebody is made the host of a claimed site, and of no other', async () => {
  const config = await ownSettings();
  const { site } = await openOwn(config);
  const { write, reader } = site.database;
  const person = await write((tx) => addPerson(tx, ines, site.now()));
  await expect(host([ines.name], config)).rejects.toThrow(CannotDo);
  const secret = (await offerClaim(site))!.split('/').at(-1)!;
  const by = { name: nora.name, signsAs: undefined, email: undefined };
  await write((tx) => claimSite(tx, secret, by, site.now()));
  await expect(host([], config)).rejects.toThrow(CannotDo);
  await expect(host(['Nobody'], config)).rejects.toThrow(CannotDo);
  expect(await host(ines.name.split(' '), config)).toBe(0);
  expect(await findHostId(reader)).toBe(person.id);
  expect(said).toEqual([`${ines.name} looks after this site now.`]);
});
