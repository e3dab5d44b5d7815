import { describe, expect, test } from 'vitest';
import { saveSetting } from '#hosting/settings.ts';
import { ines, wren } from '#test/cast.ts';
import { decoded, formsIn, tagsIn } from '#test/html.ts';
import { type Visitor, world } from '#test/world.ts';

async function told(role: 'relative' | 'doorkeeper') {
  const site = await world();
  const family = await site.family();
  const friend = await site.joins(family.id, role, ines);
  const see = async (to: string, as: Visitor = friend) => decoded((await site.request(to, { as })).text);
  return { site, ...family, friend, see };
}

describe.each(['relative', 'doorkeeper'] as const)('a %s', (role) => {
  test('finds a home that says to whom they belong, and nothing of a page that is not open', async () => {
    const { see } = await told(role);
    const home = await see('/home');
    expect(home).toContain('You are welcome here');
    expect(home).toContain('With Nora Lind and Elias Lind');
    expect(home).toContain('Nothing is open to you yet');
    for (const secret of [wren.called, wren.sentence, 'You look after this site', 'Make a page'])
      expect(home).not.toContain(secret);
    expect(formsIn(home)).toEqual([]);
  });

  test('finds a page that is open to everyone, by the name that the family shows', async () => {
    const { site, memorial, see } = await told(role);
    await site.opened(memorial, 'little-bird', { name: false });
    const home = await see('/home');
    expect(home).toContain('href="/with/little-bird"');
    expect(home).not.toContain(wren.called);
    await site.opened(memorial, 'little-bird', { name: true });
    expect(await see('/home')).toContain(wren.called);
  });

  test('sees the parents and themselves in the family, signs, leaves, and does nothing else there', async () => {
    const { site, id, mother, friend, see } = await told(role);
    await site.joins(id, 'keeper', { name: 'Somebody they do not know' });
    const page = await see('/home/family');
    expect(page).toContain('Papa');
    expect(page).toContain(ines.signsAs);
    expect(page).not.toContain('Somebody they do not know');
    expect(formsIn(page).map(({ action }) => action)).toEqual(['/home/family']);
    expect(page).toContain(`/home/family/leaving?family=${id}`);
    const links = tagsIn(await see('/home'))
      .flatMap(({ name, attributes: { href } }) => (name === 'a' && href?.startsWith('/') ? [href] : []))
      .concat(tagsIn(page).flatMap(({ name, attributes: { href } }) => (name === 'a' && href ? [href] : [])));
    for (const link of links)
      expect([link, (await site.request(link, { as: friend })).status]).toEqual([link, 200]);
    const before = await site.rows();
    for (const [path, form] of [
      ['/home/family/invitations', { family: id, name: 'x', email: '', role: 'parent' }],
      ['/home/family/offers', { family: id, person: friend.id, what: 'parent' }],
      [`/home/family/members/${mother.id}/removal?family=${id}`, {}],
      [`/home/family/members/${friend.id}/role?family=${id}`, { role: 'keeper' }],
      ['/home/memorials', { family: id }],
    ] as const)
      expect([path, (await site.request(path, { as: friend, form })).status]).toEqual([path, 404]);
    expect(await site.rows()).toBe(before);
  });
});

test('somebody who belongs to two families finds both, and the way from one to the other', async () => {
  const { site, friend, see } = await told('relative');
  const others = await site.family({ name: 'Yara Sol' }, { name: 'Tom Sol' });
  await site.database.write((tx) =>
    tx
      .insertInto('member')
      .values({
        family_id: others.id,
        person_id: friend.id,
        role: 'keeper',
        signs_as: 'Ines',
        created_at: site.clock.now(),
        role_since: site.clock.now(),
      })
      .execute(),
  );
  const home = await see('/home');
  expect(home).toContain('Here is everything you keep');
  expect(home).toContain('With Nora Lind and Elias Lind');
  expect(await see(`/home/family?family=${others.id}`)).toContain('Nora Lind and Elias Lind');
});

test('a host who belongs to a family as a relative is told both', async () => {
  const { site, friend, see } = await told('relative');
  await site.database.write((tx) => saveSetting(tx, 'host', friend.id));
  const home = await see('/home');
  expect(home).toContain('You are welcome here');
  expect(home).toContain('href="/host/invitations"');
});
