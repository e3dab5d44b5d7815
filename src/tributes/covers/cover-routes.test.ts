import { expect, test } from 'vitest';
import { saveRole } from '#families/families.ts';
import { sayIn } from '#i18n/messages.ts';
import { ines } from '#test/cast.ts';
import { decoded, errorAt, formTo } from '#test/html.ts';
import { type Visitor, world } from '#test/world.ts';
import { binTribute } from '#tributes/bin/bin.ts';
import { askParents } from '#tributes/approval/approve.ts';

const say = sayIn('en');

/** Ines, who keeps Wren's page with the parents, published two photographs for everyone. */
async function told() {
  const site = await world();
  const wrens = await site.family();
  await site.opened(wrens.memorial);
  const aunt = await site.joins(wrens.id, 'keeper', ines);
  const { id: foot } = await site.photograph(wrens.id, aunt, 'her foot');
  const { id: hand } = await site.photograph(wrens.id, aunt, 'her hand');
  const piece = await site.letter(wrens.memorial, aunt, {
    kind: 'photograph',
    title: 'The hospital',
    text: 'She was warm.',
    audience: 'everyone',
    photographs: [foot, hand],
  });
  const path = `/home/tributes/${piece.id}/cover`;
  const page = async (as: Visitor, at = path) => decoded((await site.request(at, { as })).text);
  const lay = async (as: Visitor, words: string, at = path) => {
    const { fields } = formTo(await page(as, at), at);
    return site.request(at, { as, form: { ...fields, words } });
  };
  const takeOff = (as: Visitor, at = path) => site.request(`${at}?_method=delete`, { as, form: {} });
  const read = async (at = '/wren/the-hospital') => (await site.request(at)).text;
  const home = `/home/memorials/${wrens.memorial.id}`;
  return { site, ...wrens, aunt, foot, hand, piece, path, home, page, lay, takeOff, read };
}

test('a parent lays a cover in her words; the other parent takes it off; laid again it says the same', async () => {
  const { mother, father, path, home, page, lay, takeOff, read } = await told();
  const laid = await lay(mother, 'Her body is in this.');
  expect([laid.status, laid.location]).toEqual([303, path]);
  expect(await read()).toContain('Her body is in this.');
  expect(await page(father)).toContain('Nora Lind laid a cover over this on Wednesday, 14 February 2024.');
  expect(await page(father, home)).toContain('Nora Lind laid a cover over this');
  const off = await takeOff(father);
  expect([off.status, off.location]).toEqual([303, path]);
  expect(await read()).not.toContain('Her body is in this.');
  const after = await page(mother);
  expect(after).toContain('Elias Lind took the cover off again');
  expect(after).toContain('>\nHer body is in this.</textarea>');
  await lay(mother, 'Her body is in this.');
  expect(await read()).toContain('Her body is in this.');
});

test('a parent lays one over a single photograph; the other one stays in sight', async () => {
  const { mother, foot, hand, path, page, lay, read } = await told();
  const overview = await page(mother);
  for (const id of [foot, hand]) expect(overview).toContain(`href="${path}/${id}"`);
  await lay(mother, '', `${path}/${foot}`);
  const [covered = ''] = /<details class="cover">.*?<\/details>/s.exec(await read()) ?? [];
  expect(covered.split('<figure').length - 1).toBe(1);
  expect((await read()).split('<figure').length - 1).toBe(2);
  expect(await page(mother)).toContain(say('cover.lies'));
});

test('nobody else lays one: not its writer, a relative, a stranger, the parents of another child', async () => {
  const { site, id, aunt, path, foot, piece } = await told();
  const uncle = await site.joins(id, 'relative', { name: 'An uncle' });
  const others = await site.family({ name: 'Nell' }, { name: 'Edgar' });
  const rows = await site.rows();
  for (const as of [aunt, uncle, others.mother])
    for (const at of [path, `${path}/${foot}`]) {
      const none = await site.request('/home/tributes/none/cover', { as });
      expect((await site.request(at, { as })).text).toBe(none.text);
      for (const method of ['POST', 'DELETE'])
        expect((await site.request(at, { as, method, form: { words: '' } })).status).toBe(404);
    }
  expect((await site.request(path, { form: { words: '' } })).status).toBe(401);
  expect(await site.rows()).toBe(rows);
  expect((await site.request(`/home/memorials/${piece.memorialId}`, { as: aunt })).text).not.toContain(path);
});

test('nobody lays one over what a parent wrote, nor over what no parent can see', async () => {
  const { site, mother, father, memorial, aunt, piece, home, path, page } = await told();
  const fathers = await site.letter(memorial, father, { title: 'His', audience: 'everyone' });
  const own = await site.letter(memorial, aunt, { audience: 'only-me' });
  const draft = await site.letter(memorial, aunt, { published: false });
  for (const { id } of [fathers, own, draft])
    expect((await site.request(`/home/tributes/${id}/cover`, { as: mother })).status).toBe(404);
  expect((await site.request(`/home/tributes/${fathers.id}/cover`, { as: father })).status).toBe(404);
  const tools = await page(mother, home);
  expect([tools.includes(path), tools.includes(`${fathers.id}/cover`)]).toEqual([true, false]);
  expect((await site.request(`${path}/${fathers.id}`, { as: mother })).status).toBe(404);
  await site.database.write((tx) => binTribute(tx, piece, site.clock.now()));
  expect((await site.request(path, { as: mother })).status).toBe(404);
});

test('a parent who is asked to publish lays it first, so that nobody sees it uncovered', async () => {
  const { site, mother, memorial, aunt, id } = await told();
  const { id: photographId } = await site.photograph(id, aunt, 'her face');
  const asked = await site.letter(memorial, aunt, {
    title: 'Her face',
    published: false,
    photographs: [photographId],
  });
  const { revision } = asked;
  await site.database.write((tx) =>
    askParents(tx, asked, { revision, audience: 'everyone' }, site.clock.now()),
  );
  const approval = `/home/tributes/${asked.id}/approval`;
  const cover = `/home/tributes/${asked.id}/cover`;
  expect((await site.request(approval, { as: mother })).text).toContain(`href="${cover}"`);
  const single = decoded((await site.request(`${cover}/${photographId}`, { as: mother })).text);
  const [, picture = ''] = /<img[^>]*src="([^"]*\/asked\/[^"]*)"/.exec(single) ?? [];
  expect((await site.request(picture, { as: mother })).status).toBe(200);
  const { fields } = formTo(single, `${cover}/${photographId}`);
  await site.request(`${cover}/${photographId}`, { as: mother, form: { ...fields, words: 'Slowly.' } });
  const before = decoded((await site.request(approval, { as: mother })).text);
  expect(before).toMatch(/<details class="cover">.*Slowly\..*<figure/s);
  const sheet = formTo(before, `${approval}/publication`).fields;
  await site.request(`${approval}/publication`, { as: mother, form: { ...sheet, audience: 'everyone' } });
  const { text } = await site.request('/wren/her-face');
  expect(text).toMatch(/<details class="cover">.*Slowly\..*<figure/s);
  expect(text).not.toContain('og:image');
});

test('two parents at once: the second one reads what stands there, and still has their own words', async () => {
  const { site, mother, father, path, page, lay, read } = await told();
  const { fields } = formTo(await page(father), path);
  await lay(mother, 'Hers.');
  const answer = await site.request(path, { as: father, form: { ...fields, words: 'His.' } });
  expect([answer.status, errorAt(answer.text, 'words')]).toEqual([422, say('error.cover-since')]);
  expect(answer.text).toMatch(/<blockquote[^>]*>Hers\.<\/blockquote>/);
  expect(await read()).toContain('Hers.');
  const again = formTo(decoded(answer.text), path).fields;
  expect(again['words']).toBe('His.');
  await site.request(path, { as: father, form: again });
  expect(await read()).toContain('His.');
});

test('its writer reads of it once on their home, and beneath the piece from then on', async () => {
  const { site, mother, aunt, home, lay, page } = await told();
  const sentence = say('home.covered', { name: 'Nora Lind', title: 'The hospital' });
  expect(await page(aunt, '/home')).not.toContain('has laid a cover');
  await lay(mother, 'Her body is in this.');
  expect(await page(mother, '/home')).not.toContain(sentence);
  expect(await page(aunt, '/home')).toContain(sentence);
  expect(await page(aunt, '/home')).not.toContain(sentence);
  expect(await page(aunt, home)).toContain('Nora Lind laid a cover over this');
  expect(await site.mails()).toEqual([]);
});

test('a keeper who becomes a parent finds the cover there, takes it off, and lays their own from then on', async () => {
  const { site, id, mother, aunt, path, home, lay, takeOff, page, read } = await told();
  await lay(mother, 'Her body is in this.');
  await site.database.write((tx) =>
    saveRole(tx, { familyId: id, personId: aunt.id, role: 'parent' }, site.clock.now()),
  );
  expect(await read()).toContain('Her body is in this.');
  const there = await page(aunt);
  expect(there).toContain(say('cover.only-off'));
  expect(there).not.toContain('<textarea');
  expect((await site.request(path, { as: mother, form: { words: 'Mine' } })).status).toBe(404);
  const off = await takeOff(aunt);
  expect([off.status, off.location]).toEqual([303, home]);
  expect(await read()).not.toContain('Her body is in this.');
  expect((await site.request(path, { as: mother })).status).toBe(404);
});
