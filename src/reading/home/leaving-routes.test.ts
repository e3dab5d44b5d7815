import { describe, expect, test } from 'vitest';
import { rolesOf } from '#families/families.ts';
import { foundFamily } from '#families/found.ts';
import { elias, ines, nora } from '#test/cast.ts';
import { decoded, errorAt, formsIn, formTo } from '#test/html.ts';
import { type Visitor, world } from '#test/world.ts';

async function told() {
  const site = await world();
  const family = await site.family(nora, elias);
  const memorial = await site.opened(family.memorial);
  const path = `/home/family/leaving?family=${family.id}`;
  const see = async (to: string, as: Visitor) => decoded((await site.request(to, { as })).text);
  const leave = async (as: Visitor, more: Record<string, string> = {}) => {
    const { fields } = formTo((await site.request(path, { as })).text, path);
    return site.request(path, { as, form: { ...fields, ...more } });
  };
  const roleOf = async (who: Visitor) => (await rolesOf(site.database.reader, who.id)).get(family.id);
  return { site, ...family, memorial, path, see, leave, roleOf };
}

describe('leaving a family', () => {
  test('says first what happens to everything, and only of what there is', async () => {
    const { site, id, memorial, mother, father, path, see } = await told();
    const letter = { title: 'What I told nobody', audience: 'everyone' } as const;
    const { id: letterId } = await site.letter(memorial, father, letter);
    await site.letter(memorial, father, { text: 'Mine', audience: 'only-me' });
    const his = await see(path, father);
    for (const words of [
      'What you published stays where it is',
      `href="/home/tributes/${letterId}/publication"`,
      'What I told nobody',
      'Nobody else reads them, not even now',
      'What you had set for later does not go out',
      'A parent can invite you again',
    ])
      expect(his).toContain(words);
    expect(his).not.toContain('Your name stands under words of others');
    const hers = await see(path, mother);
    expect(hers).not.toContain('What you published');
    expect(hers).not.toContain('go with you. Nobody else');
    const friend = await site.joins(id, 'relative', { name: 'A friend' });
    const theirs = await see(path, friend);
    expect(theirs).toContain('but for what everyone sees');
    expect(theirs).not.toMatch(/published|set for later|Photographs/);
  });

  test('leaves what was published where it is, and the leaver at a home that says so', async () => {
    const { site, memorial, father, leave, see, roleOf } = await told();
    await site.letter(memorial, father, { title: 'What I told nobody', audience: 'everyone' });
    const left = await leave(father);
    expect(left.location).toBe('/home?left');
    expect(await roleOf(father)).toBeUndefined();
    expect((await site.request('/wren/what-i-told-nobody')).status).toBe(200);
    const home = await see('/home?left', father);
    expect(home).toContain('You have left the family');
    expect(home).toContain('You belong to no family here at the moment');
    expect(home).toContain('What you wrote is still yours');
    expect(await see('/home/kept', father)).toContain('published, for everyone');
  });

  test('takes back everything first, if that is wanted, and the name from under words of others', async () => {
    const { site, memorial, father, leave, see } = await told();
    await site.letter(memorial, father, { title: 'One', audience: 'everyone' });
    await site.letter(memorial, father, { title: 'Two' });
    await leave(father, { words: 'take-back' });
    expect((await site.request('/wren/one')).status).toBe(404);
    const kept = await see('/home/kept', father);
    expect(kept).toContain('One');
    expect(kept).toContain('Two');
    expect(kept).not.toContain('published, for');
  });

  test('happens once, however often it is pressed; an odd answer changes nothing', async () => {
    const { site, memorial, father, leave, path, roleOf } = await told();
    await site.letter(memorial, father, { title: 'One', audience: 'everyone' });
    const odd = await leave(father, { words: 'erase' });
    expect([odd.status, errorAt(odd.text, 'words')]).toEqual([422, expect.stringContaining('choose')]);
    expect(await roleOf(father)).toBe('parent');
    const { fields } = formTo((await site.request(path, { as: father })).text, path);
    const answers = await Promise.all([1, 2, 3].map(() => site.request(path, { as: father, form: fields })));
    expect(answers.map(({ location }) => location)).toEqual(['/home?left', '/home?left', '/home?left']);
  });
});

describe('the last parent', () => {
  test('is told kindly, and finds two ways: somebody after them, or taking the pages away', async () => {
    const { site, id, memorial, mother, father, leave, path, see, roleOf } = await told();
    await leave(father);
    const alone = await see(path, mother);
    expect(alone).toContain('Nobody else belongs to the family yet');
    expect(alone).toContain(`href="/home/memorials/${memorial.id}/leaving"`);
    expect(formsIn(alone)).toEqual([]);
    expect((await site.request(path, { as: mother, form: {} })).location).toBe(path);
    expect(await roleOf(mother)).toBe('parent');

    const aunt = await site.joins(id, 'relative', ines);
    const offers = '/home/family/offers';
    const ask = formTo((await site.request(path, { as: mother })).text, offers);
    expect(ask.fields).toMatchObject({ what: 'successor', person: aunt.id });
    await site.request(offers, { as: mother, form: ask.fields });
    expect(await see(path, mother)).toContain('Ines Vale is asked');
    expect((await site.request(path, { as: mother, form: {} })).location).toBe(path);
    const offer = /\/home\/family\/offers\/[\w-]+/.exec(await see('/home', aunt))?.[0] ?? '';
    await site.request(`${offer}/acceptance`, { as: aunt, form: {} });
    expect(await roleOf(aunt)).toBe('relative');
    expect(await see(path, mother)).toContain('becomes a parent the moment you leave');
    expect((await leave(mother)).location).toBe('/home?left');
    expect([await roleOf(mother), await roleOf(aunt)]).toEqual([undefined, 'parent']);
    expect((await site.request(`/home/memorials/${memorial.id}/opening`, { as: aunt })).status).toBe(200);
  });

  test('of a family without a page ends it by leaving', async () => {
    const site = await world();
    const mother = await site.person(nora);
    const { database, clock } = site;
    const id = await database.write((tx) => foundFamily(tx, mother.id, 'Mama', clock.now()));
    const aunt = await site.joins(id, 'keeper', ines);
    const path = `/home/family/leaving?family=${id}`;
    const page = await site.request(path, { as: mother });
    expect(decoded(page.text)).toContain('With this the family ends');
    const { fields } = formTo(page.text, path);
    expect((await site.request(path, { as: mother, form: fields })).location).toBe('/home?left');
    expect(await rolesOf(database.reader, aunt.id)).toEqual(new Map());
  });
});
