import { describe, expect, test } from 'vitest';
import { rolesOf } from '#families/families.ts';
import { elias, ines, nora } from '#test/cast.ts';
import { decoded, formsIn, formTo } from '#test/html.ts';
import { type Visitor, world } from '#test/world.ts';

async function told() {
  const site = await world();
  const family = await site.family();
  const aunt = await site.joins(family.id, 'keeper', ines);
  const pathOf = (who: Visitor, act = '') => `/home/family/members/${who.id}${act}?family=${family.id}`;
  const see = async (path: string, as: Visitor) => decoded((await site.request(path, { as })).text);
  /** Presses the button of the form that goes to `action` on the page at `path`. */
  const press = async (path: string, as: Visitor, action = path, more = {}) => {
    const { fields } = formTo((await site.request(path, { as })).text, action);
    return site.request(action, { as, form: { ...fields, ...more } });
  };
  const roleOf = async (who: Visitor) => (await rolesOf(site.database.reader, who.id)).get(family.id);
  return { site, ...family, aunt, pathOf, see, press, roleOf };
}

describe('somebody of the family', () => {
  test('has a page for its parents, and for nobody else', async () => {
    const { site, mother, father, aunt, pathOf, see } = await told();
    expect(await see(pathOf(aunt), mother)).toContain('keeper, called “Aunt Ines” here');
    expect(await see('/home/family', father)).toContain(`href="${pathOf(aunt)}"`);
    expect(await see('/home/family', aunt)).not.toContain('/home/family/members/');
    const strangers = await site.family(
      { ...nora, email: 'nell@other.example' },
      { ...elias, email: 'edgar@other.example' },
    );
    for (const act of ['', '/removal'])
      for (const visitor of [aunt, strangers.mother])
        expect((await site.request(pathOf(mother, act), { as: visitor })).status).toBe(404);
    // One’s own family, and somebody who is not of it.
    expect((await site.request(pathOf(strangers.mother), { as: mother })).status).toBe(404);
  });

  test('is made a relative, and sees nothing of what is only for the family from then on', async () => {
    const { site, mother, aunt, memorial, pathOf, press, roleOf } = await told();
    const home = `/home/memorials/${memorial.id}`;
    expect((await site.request(home, { as: aunt })).status).toBe(200);
    const made = await press(pathOf(aunt), mother, pathOf(aunt, '/role'), { role: 'relative' });
    expect(made.location).toBe(pathOf(aunt));
    expect(await roleOf(aunt)).toBe('relative');
    expect((await site.request(home, { as: aunt })).status).toBe(404);
  });

  test('is removed after one page that says what it does, once, and can be invited again', async () => {
    const { site, id, mother, aunt, pathOf, see, press, roleOf } = await told();
    const page = await see(pathOf(aunt, '/removal'), mother);
    for (const words of [
      'sees nothing more of what is not open to everyone',
      'Nobody but Ines Vale can change it, take it back or erase it',
      'gets no mail about it',
      'You can invite Ines Vale again',
    ])
      expect(page).toContain(words);
    const gone = await press(pathOf(aunt, '/removal'), mother);
    expect(gone.location).toBe(`/home/family?family=${id}`);
    expect(await roleOf(aunt)).toBeUndefined();
    expect((await site.request(pathOf(aunt, '/removal'), { as: mother })).status).toBe(404);
    const home = await see('/home', aunt);
    expect(home).toContain('You belong to no family here at the moment');
    await site.work();
    expect(await site.mails()).toEqual([]);
  });
});

describe('a parent who is to be one no longer', () => {
  test('reads it at home and objects; then the page says what the way on is', async () => {
    const { site, mother, father, aunt, pathOf, see, press, roleOf } = await told();
    const path = pathOf(father, '/removal');
    expect(await see(path, mother)).toContain('Elias Lind has three days to object, with one button');
    expect((await press(path, mother)).location).toBe(path);
    expect(await see(path, mother)).toContain(
      'You asked that Elias Lind no longer look after the pages here',
    );
    expect(formsIn(await see(path, mother)).map(({ action }) => action)).toEqual([`${path}&_method=delete`]);
    const his = await see('/home', father);
    expect(his).toContain('Nora Lind asked that you no longer look after the pages here');
    expect(his).toContain(`href="${path}"`);
    expect(his).toContain('17 February 2024 at 10:00 UTC');
    // Whoever keeps the page knows, and has no say in it.
    const hers = await see('/home', aunt);
    expect(hers).toContain('Nora Lind asked that Elias Lind no longer look after the pages here');
    expect(hers).not.toContain('/removal');
    expect(await see('/home/family', mother)).toContain(
      'to look after the pages no longer, on Saturday, 17 February 2024',
    );

    expect(await see(path, father)).toContain('You can object yourself; then you stay');
    expect((await press(path, father, `${path}&_method=delete`)).location).toBe(path);
    const after = await see(path, mother);
    expect(after).toContain('Elias Lind objected on Wednesday, 14 February 2024');
    expect(after).toContain('neither can end that for the other');
    expect(formsIn(after)).toEqual([]);
    expect(await see('/home', aunt)).not.toContain('no longer');
    site.clock.advance({ days: 10 });
    expect(await roleOf(father)).toBe('parent');
  });

  test('cannot ask it of themselves: that is leaving', async () => {
    const { site, mother, pathOf, roleOf, id } = await told();
    const path = pathOf(mother, '/removal');
    expect((await site.request(path, { as: mother })).location).toBe(`/home/family/leaving?family=${id}`);
    expect((await site.request(path, { as: mother, form: {} })).status).toBe(404);
    expect(await roleOf(mother)).toBe('parent');
  });

  test('is removed by both others together, each on their own page', async () => {
    const { site, id, mother, father, pathOf, see, press, roleOf } = await told();
    site.clock.advance({ days: 1 });
    const third = await site.joins(id, 'parent', { name: 'A third' });
    // Both have just said who they are.
    await site.database.write((tx) =>
      tx.updateTable('session').set({ confirmed_at: site.clock.now() }).execute(),
    );
    const path = pathOf(third, '/removal');
    await press(path, mother);
    const his = await see(path, father);
    expect(his).toContain('Nora Lind asked that A third no longer look after the pages here');
    expect(his).toContain('I want this too');
    expect(his).toContain('I object: A third stays');
    await press(path, third, `${path}&_method=delete`);
    expect(await see(path, father)).toContain('It can only happen together now');
    await press(path, father);
    expect(await see('/home', mother)).toContain('It happens only if all the other parents agree');
    expect((await press(path, mother)).location).toBe(`/home/family?family=${id}`);
    expect(await roleOf(third)).toBeUndefined();
  });
});

test('whoever signed in a while ago is asked who they are before anybody is removed, and nothing is lost', async () => {
  const { site, mother, aunt, pathOf, roleOf } = await told();
  site.clock.advance({ minutes: 11 });
  const asked = await site.request(pathOf(aunt, '/removal'), { as: mother, form: {} });
  expect([asked.status, decoded(asked.text)]).toEqual([
    401,
    expect.stringContaining('Please confirm that it is you'),
  ]);
  expect(await roleOf(aunt)).toBe('keeper');
});

describe('an offer', () => {
  test('is made on a page, found at home, accepted there; nobody else can accept it', async () => {
    const { site, mother, father, aunt, pathOf, see, press, roleOf } = await told();
    const page = await see(pathOf(aunt), mother);
    const [asks] = formsIn(page).filter(({ fields }) => fields['what'] === 'parent');
    const made = await site.request(asks!.action, { as: mother, form: asks!.fields });
    expect(made.location).toBe(pathOf(aunt));
    expect(await see(pathOf(aunt), father)).toContain('is asked to be a parent and has not answered yet');
    expect(await roleOf(aunt)).toBe('keeper');
    const home = await see('/home', aunt);
    expect(home).toContain('Nora Lind asks you to be a parent here');
    const path = /\/home\/family\/offers\/[\w-]+/.exec(home)?.[0] ?? '';
    for (const other of [mother, father]) {
      expect((await site.request(path, { as: other })).status).toBe(404);
      expect((await site.request(`${path}/acceptance`, { as: other, form: {} })).status).toBe(404);
    }
    expect((await press(path, aunt, `${path}/acceptance`)).location).toBe('/home');
    expect(await roleOf(aunt)).toBe('parent');
    expect((await site.request(path, { as: aunt })).status).toBe(404);
    expect(await see('/home/family', aunt)).toContain(`action="/home/family/invitations"`);
  });

  test('is declined in silence', async () => {
    const { site, mother, aunt, pathOf, see, press, roleOf, id } = await told();
    const form = { family: id, person: aunt.id, what: 'successor' };
    await site.request('/home/family/offers', { as: mother, form });
    await site.work();
    const mail = (await site.mails()).at(-1);
    expect(mail?.to).toBe(ines.email);
    const path = /\/home\/family\/offers\/[\w-]+/.exec(mail?.text ?? '')?.[0] ?? '';
    expect(await see(path, aunt)).toContain('if Nora Lind is the last one and leaves');
    await press(path, aunt, `${path}?_method=delete`);
    await site.work();
    expect(await site.mails()).toHaveLength(1);
    expect(await roleOf(aunt)).toBe('keeper');
    expect(await see(pathOf(aunt), mother)).toContain('Ask Ines Vale to be there then');
  });
});
