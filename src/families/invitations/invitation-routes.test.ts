import { describe, expect, test } from 'vitest';
import { rolesOf } from '#families/families.ts';
import { ines } from '#test/cast.ts';
import { decoded, errorAt, formTo } from '#test/html.ts';
import { type Visitor, type World, world } from '#test/world.ts';

const invitations = '/home/family/invitations';

async function told() {
  const site = await world();
  return { site, ...(await site.family()) };
}

const linkIn = (text: string): string => /\/sign-in\/invitation\/[\w-]{43}/.exec(text)?.[0] ?? '';
const idOf = async ({ database }: World, name: string): Promise<string> =>
  (
    await database.reader
      .selectFrom('invitation')
      .select('id')
      .where('name', '=', name)
      .executeTakeFirstOrThrow()
  ).id;

async function invites(site: World, by: Visitor, form: Record<string, string>): Promise<string> {
  const answer = await site.request(invitations, { as: by, form });
  expect(answer.status).toBe(200);
  return linkIn(answer.text);
}

describe.each([
  ['keeper', 'to keep a page together', 'letters of your own', 'letters of your own'],
  [
    'relative',
    'would like you to be near',
    'what the family opens to you',
    'there is nothing you need to do',
  ],
  ['doorkeeper', 'asks you to be a doorkeeper', 'to read what strangers write', 'nothing to do for now'],
  ['parent', 'a page for your child', 'with equal rights', 'as much yours'],
] as const)('somebody who is asked to be a %s', (role, subject, asked, welcome) => {
  test('reads so in the mail, on the page of the link, and where they arrive', async () => {
    const { site, mother, id } = await told();
    const path = await invites(site, mother, { name: ines.name, email: ines.email, role });
    const [mail] = await site.mails();
    expect(mail?.subject).toContain(subject);
    for (const text of [mail?.text, mail?.html]) expect(text).toContain(asked);
    const guest = site.stranger();
    const page = await site.request(path, { as: guest });
    expect(decoded(page.text)).toContain(asked);
    const form = { ...formTo(page.text, path).fields, name: ines.name, 'signs-as': ines.signsAs, email: '' };
    const joined = await site.request(path, { as: guest, form });
    const home = decoded((await site.request(joined.location ?? '', { as: guest })).text);
    expect(home).toContain(welcome);
    const person = await site.database.reader
      .selectFrom('person')
      .select('id')
      .where('name', '=', ines.name)
      .executeTakeFirstOrThrow();
    expect(await rolesOf(site.database.reader, person.id)).toEqual(new Map([[id, role]]));
  });
});

describe('an invitation', () => {
  test('is sent again with a new link, and the old one ends', async () => {
    const { site, mother, father } = await told();
    const old = await invites(site, mother, { name: ines.name, email: ines.email, role: 'keeper' });
    const id = await idOf(site, ines.name);
    site.clock.advance({ days: 10 });
    const again = await site.request(`${invitations}/${id}/link`, { as: father, form: {} });
    const fresh = linkIn(again.text);
    expect(fresh).not.toBe(old);
    expect(decoded(again.text)).toContain('A mail to Ines Vale is on its way');
    const mails = await site.mails();
    expect(mails.map(({ to }) => to)).toEqual([ines.email, ines.email]);
    expect(mails[1]?.text).toContain(fresh);
    expect((await site.request(old)).status).toBe(404);
    site.clock.advance({ days: 10 });
    const page = await site.request(fresh);
    expect([page.status, page.text.includes('Elias Lind')]).toEqual([200, true]);
  });

  test('whose time is over is still listed, and can be sent again or taken back', async () => {
    const { site, mother } = await told();
    const old = await invites(site, mother, { name: ines.name, email: '', role: 'relative' });
    site.clock.advance({ days: 15 });
    expect((await site.request(old)).status).toBe(410);
    const page = decoded((await site.request('/home/family', { as: mother })).text);
    expect(page).toContain('invited as a relative, not here yet; the link ended on');
    const id = await idOf(site, ines.name);
    const fresh = linkIn((await site.request(`${invitations}/${id}/link`, { as: mother, form: {} })).text);
    expect((await site.request(fresh)).status).toBe(200);
    await site.request(`${invitations}/${id}?_method=delete`, { as: mother, form: {} });
    expect((await site.request(fresh)).status).toBe(410);
    expect((await site.request(`${invitations}/${id}/link`, { as: mother, form: {} })).status).toBe(404);
    expect((await site.request('/home/family', { as: mother })).text).not.toContain(ines.name);
  });

  test('without a name is listed as such, for eyes and ears', async () => {
    const { site, mother } = await told();
    await invites(site, mother, { name: ines.name, email: '', role: 'relative' });
    await site.database.write((tx) =>
      tx.updateTable('invitation').set({ name: '' }).where('name', '=', ines.name).execute(),
    );
    const page = decoded((await site.request('/home/family', { as: mother })).text);
    expect(page).toContain('<bdi class="what">Somebody, without a name yet</bdi>');
    expect(page).toMatch(/Take the invitation back<span class="unseen">: \W*Somebody, without a name yet/);
  });

  test('cannot be used to write to strangers: after thirty mails within an hour there is the link', async () => {
    const { site, mother } = await told();
    const send = (email: string) =>
      site.request(invitations, {
        as: mother,
        from: '10.9.9.9',
        form: { name: 'Somebody', email, role: 'relative' },
      });
    for (let count = 0; count < 30; count++)
      expect((await send(`guest${count}@new.example`)).status).toBe(200);
    const refused = await send('one.more@new.example');
    expect([refused.status, errorAt(refused.text, 'email')]).toEqual([
      422,
      expect.stringContaining('hand over the link yourself'),
    ]);
    expect(formTo(refused.text, invitations).fields).toMatchObject({
      name: 'Somebody',
      email: 'one.more@new.example',
    });
    expect(await site.mails()).toHaveLength(30);
    expect((await send('')).status).toBe(200);
  });

  test('to be a parent makes one of somebody who belongs already, and the other parents are told', async () => {
    const { site, mother, id } = await told();
    const aunt = await site.joins(id, 'keeper', ines);
    const path = await invites(site, mother, { name: ines.name, email: '', role: 'parent' });
    const { fields } = formTo((await site.request(path, { as: aunt })).text, path);
    expect((await site.request(path, { as: aunt, form: { ...fields, 'signs-as': '' } })).status).toBe(303);
    expect(await rolesOf(site.database.reader, aunt.id)).toEqual(new Map([[id, 'parent']]));
    await site.work();
    const mails = await site.mails();
    expect(mails.map(({ to, subject }) => [to, subject])).toEqual([
      ['elias@family.example', 'Ines Vale is a parent in your family now'],
    ]);
  });
});
