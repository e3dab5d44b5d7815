import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rolesOf } from '#families/families.ts';
import { listFirstInvitations } from '#families/invitations/invitations.ts';
import { canClaim, claimSite, isClaimed, offerClaim } from '#hosting/claim.ts';
import { readSetting, removeSetting, saveSetting } from '#hosting/settings.ts';
import { nora } from '#test/cast.ts';
import { eachDatabase } from '#test/databases.ts';
import { errorAt, formsIn, formTo } from '#test/html.ts';
import { askForMail } from '#test/signing-in.ts';
import { type World, world } from '#test/world.ts';

const secretOf = (address: string | undefined) => address?.split('/').at(-1) ?? '';

eachDatabase('a new site', (open) => {
  test('is claimed by the first of twenty who try at once, and by nobody after', async () => {
    const { site: whole, database, clock } = await world({ open });
    const { reader, write } = database;
    const secret = secretOf(await offerClaim(whole));
    const claims = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        write((tx) =>
          claimSite(tx, secret, { name: `Person ${at}`, signsAs: 'Mama', email: undefined }, clock.now()),
        ),
      ),
    );
    const [host, ...others] = claims.filter((person) => person !== undefined);
    expect(others).toEqual([]);
    expect(await readSetting(reader, 'host')).toBe(host!.id);
    expect(await reader.selectFrom('person').selectAll().execute()).toHaveLength(1);
    expect([...(await rolesOf(reader, host!.id)).values()]).toEqual(['parent']);
    expect([await isClaimed(reader), await canClaim(reader, secret), await offerClaim(whole)]).toEqual([
      true,
      false,
      undefined,
    ]);
  });

  test('offers one address at a time, hashed, in a file that only its owner reads', async () => {
    const { site: whole, database } = await world({ open });
    const { reader, write } = database;
    const [older, newer] = [await offerClaim(whole), await offerClaim(whole)];
    expect([
      await canClaim(reader, secretOf(older)),
      await canClaim(reader, secretOf(newer)),
      await canClaim(reader, ''),
    ]).toEqual([false, true, false]);
    expect(await readSetting(reader, 'claim-hash')).toMatch(/^[0-9a-f]{64}$/);
    const file = join(whole.folder.path, 'claim-address.txt');
    expect((await readFile(file, 'utf8')).trim()).toBe(newer);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(
      await write((tx) =>
        claimSite(tx, secretOf(older), { name: 'x', signsAs: 'x', email: undefined }, whole.now()),
      ),
    ).toBeUndefined();
  });

  test('settings are replaced, and removed only with the value they have', async () => {
    const { reader, write } = (await world({ open })).database;
    await write((tx) => saveSetting(tx, 'host', 'a'));
    await write((tx) => saveSetting(tx, 'host', 'b'));
    expect(await readSetting(reader, 'host')).toBe('b');
    expect([
      await write((tx) => removeSetting(tx, 'host', 'a')),
      await write((tx) => removeSetting(tx, 'host', 'b')),
      await write((tx) => removeSetting(tx, 'host', 'b')),
    ]).toEqual([false, true, false]);
    expect(await readSetting(reader, 'host')).toBeUndefined();
  });
});

test('whoever claims it is signed in there and is its host; the file is gone, and the address answers like any other', async () => {
  const site = await world();
  const path = new URL((await offerClaim(site.site))!).pathname;
  const first = site.stranger();
  const looked = await site.request(path, { as: first });
  expect([looked.status, await isClaimed(site.database.reader), looked.headers.get('cache-control')]).toEqual(
    [200, false, 'private, no-store'],
  );
  const answer = await site.request(path, {
    as: first,
    form: { name: nora.name, own: 'yes', 'signs-as': '', email: '' },
  });
  expect([answer.status, answer.location]).toEqual([303, '/home']);
  expect((await site.request('/host/reports', { as: first })).status).toBe(200);
  await expect(stat(join(site.site.folder.path, 'claim-address.txt'))).rejects.toThrow();
  for (const form of [undefined, { name: 'Second', own: 'yes', 'signs-as': '', email: '' }]) {
    const [used, never] = [
      await site.request(path, form ? { form } : {}),
      await site.request('/host/claim/never-was', form ? { form } : {}),
    ];
    expect([used.status, used.text]).toEqual([404, never.text]);
  }
  const relative = await site.person({ name: 'Somebody else' });
  expect((await site.request('/host/reports', { as: relative })).status).toBe(404);
});

test('whoever only looks after the site belongs to no family, and asks the first parent of one in', async () => {
  const site = await world();
  const path = new URL((await offerClaim(site.site))!).pathname;
  const uncle = site.stranger();
  const form = { name: 'Uncle Aron', own: 'no', 'signs-as': 'Uncle', email: '' };
  expect((await site.request(path, { as: uncle, form })).location).toBe('/host/invitations');
  const { reader } = site.database;
  expect(await reader.selectFrom('member').selectAll().execute()).toEqual([]);
  const home = (await site.request('/home', { as: uncle })).text;
  expect(home).toContain('href="/host/invitations"');
  expect(home).not.toMatch(/action="\/home\/memorials"|\/home\/family/);
  for (const [, to = ''] of home.matchAll(/<a [^>]*href="([^"]+)"/g))
    expect([to, (await site.request(to, { as: uncle })).status]).toEqual([to, 200]);
  for (const name of ['Nora Lind', 'Somebody else']) {
    const answer = await site.request('/host/invitations', { as: uncle, form: { name, email: '' } });
    expect([answer.status, joinIn(answer.text)]).toEqual([200, expect.stringMatching(/./)]);
  }
  const [invitation] = await listFirstInvitations(reader, await hostOf(site));
  const others = await site.person({ name: 'Somebody else' });
  for (const [to, asked] of [
    ['/host/invitations', { name: 'Evil', email: '' }],
    [`/host/invitations/${invitation!.id}?_method=delete`, {}],
  ] as const)
    expect((await site.request(to, { as: others, form: asked })).status).toBe(404);
  await site.request(`/host/invitations/${invitation!.id}?_method=delete`, { as: uncle, form: {} });
  const page = (await site.request('/host/invitations', { as: uncle })).text;
  expect(page).not.toContain('Nora Lind');
  expect(page).toContain('Somebody else');
});

test('claiming asks whether it is for one’s own child, and takes nothing for granted', async () => {
  const site = await world();
  const path = new URL((await offerClaim(site.site))!).pathname;
  const answer = await site.request(path, { form: { name: nora.name, 'signs-as': 'Mama', email: '' } });
  expect([answer.status, errorAt(answer.text, 'own')]).toEqual([422, expect.stringContaining('choose')]);
  expect(formsIn(answer.text)[0]!.fields).toMatchObject({ name: nora.name, 'signs-as': 'Mama' });
  expect(await isClaimed(site.database.reader)).toBe(false);
});

test('an address given at claiming lets nobody in before its digits came back', async () => {
  const site = await world();
  const path = new URL((await offerClaim(site.site))!).pathname;
  const mother = site.stranger();
  const form = { name: nora.name, own: 'yes', 'signs-as': 'Mama', email: nora.email };
  const claimed = await site.request(path, { as: mother, form });
  const shown = await site.request(claimed.location ?? '', { as: mother });
  const code = /^\d{6}$/m.exec((await site.mails()).at(-1)?.text ?? '')?.[0] ?? '';
  expect((await askForMail(site, nora.email)).link).toBe('');
  const confirm = { ...formTo(shown.text, '/home/you/address').fields, code };
  expect((await site.request('/home/you/address', { as: mother, form: confirm })).location).toBe('/home');
  expect((await askForMail(site, nora.email)).link).not.toBe('');
});

const joinIn = (text: string) => /\/sign-in\/invitation\/[\w-]{43}/.exec(text)?.[0] ?? '';
const hostOf = async ({ database }: World) => (await readSetting(database.reader, 'host')) ?? '';
