import { expect, test } from 'vitest';
import { countFamilies, rolesOf } from '#families/families.ts';
import { saveSetting } from '#hosting/settings.ts';
import { decoded, formTo } from '#test/html.ts';
import { world } from '#test/world.ts';

const path = '/host/invitations';
const linkIn = (text: string): string => /\/sign-in\/invitation\/[\w-]{43}/.exec(text)?.[0] ?? '';

/** A hospital's bereavement team, who keep nothing themselves. */
async function hosted() {
  const site = await world();
  const team = await site.person({ name: 'Uncle Aron' });
  await site.database.write((tx) => saveSetting(tx, 'host', team.id));
  const invite = async (name: string, email = '') =>
    linkIn((await site.request(path, { as: team, form: { name, email } })).text);
  const idOf = async (name: string) =>
    (
      await site.database.reader
        .selectFrom('invitation')
        .select('id')
        .where('name', '=', name)
        .executeTakeFirstOrThrow()
    ).id;
  return { site, team, invite, idOf };
}

test('a host who is no parent invites a second and a hundredth family, each into a place of its own', async () => {
  const { site, team, invite } = await hosted();
  const links = new Set<string>();
  for (let count = 1; count <= 100; count++) links.add(await invite(`Family ${count}`));
  expect(links.size).toBe(100);
  const page = decoded((await site.request(path, { as: team })).text);
  for (const count of [1, 2, 100]) expect(page).toContain(`Family ${count}<`);
  const families = new Set<string>();
  for (const link of [...links].slice(0, 3)) {
    const parent = site.stranger();
    const { fields } = formTo((await site.request(link, { as: parent })).text, link);
    expect((await site.request(link, { as: parent, form: { ...fields, email: '' } })).status).toBe(303);
  }
  const members = await site.database.reader.selectFrom('member').selectAll().execute();
  for (const { family_id, role } of members) {
    families.add(family_id);
    expect(role).toBe('parent');
  }
  expect(families.size).toBe(3);
  expect(await countFamilies(site.database.reader)).toBe(100);
  expect(await rolesOf(site.database.reader, team.id)).toEqual(new Map());
  const after = decoded((await site.request(path, { as: team })).text);
  expect(after).not.toContain('Family 1<');
  expect(after).toContain('Family 4<');
});

test('an invitation of a host is sent again with a new link, taken back, and nobody else’s to touch', async () => {
  const { site, team, invite, idOf } = await hosted();
  const old = await invite('Nora', 'nora@new.example');
  const id = await idOf('Nora');
  const stranger = await site.person({ name: 'A stranger' });
  const again = `${path}/${id}/link`;
  expect((await site.request(again, { as: stranger, form: {} })).status).toBe(404);
  site.clock.advance({ days: 20 });
  expect(decoded((await site.request(path, { as: team })).text)).toContain('the link ended on');
  const fresh = linkIn((await site.request(again, { as: team, form: {} })).text);
  expect([(await site.request(old)).status, (await site.request(fresh)).status]).toEqual([404, 200]);
  const mails = await site.mails();
  expect(mails.map(({ subject }) => subject)).toEqual([
    'Uncle Aron has kept a place for you',
    'Uncle Aron has kept a place for you',
  ]);
  await site.request(`${path}/${id}?_method=delete`, { as: team, form: {} });
  expect((await site.request(fresh)).status).toBe(410);
  expect((await site.request(again, { as: team, form: {} })).status).toBe(404);
});
