import { describe, expect, test } from 'vitest';
import { rolesOf } from '#families/families.ts';
import { elias, ines, nora } from '#test/cast.ts';
import { decoded, errorAt, formTo } from '#test/html.ts';
import { type Visitor, type World, world } from '#test/world.ts';

const invitations = '/home/family/invitations';

async function told() {
  const site = await world();
  const wrens = await site.family();
  return { site, ...wrens };
}

const peopleCalled = ({ database }: World, name: string) =>
  database.reader.selectFrom('person').selectAll().where('name', '=', name).execute();

/** Invites somebody and answers the path that is handed over. */
async function invites(site: World, by: Visitor, form: Record<string, string>): Promise<string> {
  const answer = await site.request(invitations, { as: by, form });
  expect(answer.status).toBe(200);
  return /\/sign-in\/invitation\/[\w-]{43}/.exec(answer.text)?.[0] ?? '';
}

describe('a parent', () => {
  test('invites a keeper, in words that fit', async () => {
    const { site, mother, id } = await told();
    const path = await invites(site, mother, { name: ines.name, email: ines.email, role: 'keeper' });
    const [mail] = await site.mails();
    expect(mail?.subject).toBe('Nora Lind invites you to keep a page together');
    expect(mail?.text).not.toMatch(/your child|equal rights/);
    const visitor = site.stranger();
    const page = decoded((await site.request(path, { as: visitor })).text);
    expect(page).toContain('write letters of your own');
    expect(page).not.toMatch(/your child|equal rights/);
    const form = { ...formTo(page, path).fields, 'signs-as': ines.signsAs, email: ines.email };
    const joined = await site.request(path, { as: visitor, form });
    expect(joined.location).toMatch(/^\/home\/you\/address\?/);
    const [person] = await peopleCalled(site, ines.name);
    expect(await rolesOf(site.database.reader, person!.id)).toEqual(new Map([[id, 'keeper']]));
    expect(decoded((await site.request('/home', { as: visitor })).text)).toContain('Wren');
  });

  test('invites the other parent, with equal rights', async () => {
    const { site, mother } = await told();
    const path = await invites(site, mother, { name: elias.name, email: 'e@new.example', role: 'parent' });
    expect((await site.mails())[0]?.text).toContain('with equal rights');
    expect((await site.request(path)).text).toContain('with equal rights');
  });

  test('says as what, always: nobody becomes a parent by a missing answer', async () => {
    const { site, mother } = await told();
    const before = await site.rows();
    for (const role of [undefined, '', 'first', 'guardian', 'host']) {
      const form = { name: ines.name, email: '', ...(role === undefined ? {} : { role }) };
      const answer = await site.request(invitations, { as: mother, form });
      expect([answer.status, errorAt(answer.text, 'role')]).toEqual([
        422,
        'This is not one of the answers here. Please choose once more.',
      ]);
      expect(formTo(answer.text, invitations).fields['name']).toBe(ines.name);
    }
    expect(await site.rows()).toBe(before);
  });
});

describe('a keeper', () => {
  test('finds the family, changes how they sign, and invites nobody', async () => {
    const { site, id, mother } = await told();
    const aunt = await site.joins(id, 'keeper', ines);
    await invites(site, mother, { name: 'Somebody to come', email: '', role: 'keeper' });
    const page = await site.request('/home/family', { as: aunt });
    expect(page.status).toBe(200);
    expect(page.text).toContain(nora.signsAs);
    expect(page.text).not.toContain('Somebody to come');
    expect(page.text).not.toContain(`action="${invitations}"`);
    const signs = { family: id, 'signs-as': 'Your aunt' };
    expect((await site.request('/home/family', { as: aunt, form: signs })).status).toBe(303);
    const before = await site.rows();
    const form = { family: id, name: 'Evil', email: '', role: 'parent' };
    expect((await site.request(invitations, { as: aunt, form })).status).toBe(404);
    const [{ id: invitation }] = (await site.database.reader
      .selectFrom('invitation')
      .select('id')
      .execute()) as [{ id: string }];
    await site.request(`${invitations}/${invitation}`, { as: aunt, method: 'DELETE', form: {} });
    expect(await site.rows()).toBe(before);
  });
});
