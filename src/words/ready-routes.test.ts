import { beforeEach, expect, test } from 'vitest';
import { change } from '#test/changed.ts';
import { decoded, errorAt, formsIn, tagsIn } from '#test/html.ts';
import { eachDatabase } from '#test/databases.ts';
import { type Family, type Visitor, type World, world } from '#test/world.ts';
import { eraseTribute } from '#tributes/bin/bin.ts';
import type { Tribute } from '#tributes/tribute.ts';
import { addReady, listReady, removeReady } from '#words/ready-quotations.ts';

const text = 'One snow & <two>.\n\nThe ground held,\n  and held.\n\nOne snow & <two>.';
let site: World;
let wrens: Family;
let tribute: Tribute;
let path: string;

beforeEach(async () => {
  site = await world();
  wrens = await site.family();
  await site.opened(wrens.memorial);
  tribute = await site.letter(wrens.memorial, wrens.mother, { title: 'Snow', text, audience: 'everyone' });
  path = `/home/tributes/${tribute.id}/quotations`;
});

const choose = (words: string, as: Visitor = wrens.father) =>
  site.request(path, { as, form: { text: words } });
const exactWords = async () => decoded((await site.request('/wren/words/snow')).text);

test('a parent chooses a paragraph by its button, and it stands among the exact words, to be quoted', async () => {
  const { text: page } = await site.request(path, { as: wrens.father });
  const paragraphs = formsIn(page).filter(({ fields }) => fields['text']?.startsWith('The ground'));
  expect(paragraphs).toHaveLength(1);
  const answer = await site.request(path, { as: wrens.father, form: paragraphs[0]!.fields });
  expect([answer.status, answer.location]).toEqual([303, path]);
  const exact = await exactWords();
  expect(exact).toContain('The family chose these passages.');
  const from = text.indexOf('The ground');
  expect(exact).toContain(`/wren/words/snow/passage?version=1&from=${from}&to=${from + 28}`);
  // Sent again, from the same page or from another, it is chosen once.
  await site.request(path, { as: wrens.father, form: paragraphs[0]!.fields });
  await choose('The ground held,\r\n  and held.', wrens.mother);
  expect(await listReady(site.database.reader, tribute.id)).toHaveLength(1);
});

test.each([
  ['other words', 'The ground fell,'],
  ['one letter else', 'the ground held,'],
  ['other spaces', 'The ground held, and held.'],
  ['only spaces', ' \n '],
  ['nothing', ''],
])('%s do not stand there: said at the field, and nothing that was typed is lost', async (_, typed) => {
  const answer = await choose(typed);
  expect(answer.status).toBe(422);
  expect(errorAt(answer.text, 'text')).toMatch(/^This does not stand in the words like that\./);
  const [field] = tagsIn(answer.text).filter(({ name }) => name === 'textarea');
  expect(field?.text.replace(/^\n/, '')).toBe(typed);
});

test('too long a passage, and more than twelve, are refused', async () => {
  expect(errorAt((await choose('x'.repeat(1001))).text, 'text')).toContain('1,000');
  const choices = Array.from({ length: 12 }, (_, from) => ({
    tributeId: tribute.id,
    version: 1,
    passage: { from, to: from + 3 },
  }));
  await site.database.write(async (tx) => {
    for (const one of choices) await addReady(tx, one, wrens.mother, site.clock.now());
  });
  const thirteenth = await choose('and held.');
  expect(errorAt(thirteenth.text, 'text')).toMatch(/^Twelve passages/);
});

test('when the words change it is shown no longer, and its family is told', async () => {
  await choose('The ground held,');
  await change(site, tribute, { title: 'Snow', text: 'The ground held, still.' }, 'everyone');
  expect(await exactWords()).not.toContain('Ready to quote');
  expect((await site.request('/wren/words/snow?version=1')).text).not.toContain('Ready to quote');
  const published = await site.request(`/home/tributes/${tribute.id}/published`, { as: wrens.mother });
  expect(published.text).toContain('Passages that were ready to quote stood in the words before');
  expect(published.text).toContain(`href="${path}"`);
  const { text: page } = await site.request(path, { as: wrens.father });
  expect(page).toMatch(
    /Not shown any more.*The ground held,.*Choose again|Not shown any more.*The ground held,/s,
  );
  const [away] = formsIn(page).filter(({ action }) => action.endsWith('?_method=delete'));
  expect((await site.request(away!.action, { as: wrens.father, form: away!.fields })).status).toBe(303);
  expect(await listReady(site.database.reader, tribute.id)).toEqual([]);
});

test('a cover lies over what was chosen too', async () => {
  await choose('The ground held,');
  await change(site, tribute, { title: 'Snow', text, cover: 'About the hospital.' }, 'everyone');
  await choose('The ground held,');
  expect(await exactWords()).toMatch(/<details class="cover">.*The family chose.*<\/details>/s);
});

test('only the parents of the family choose, of what they may read and readers have', async () => {
  const { mother, memorial, id } = wrens;
  const keeper = await site.joins(id, 'keeper', { name: 'Ines' });
  const stranger = await site.person({ name: 'Somebody' });
  const never = await site.request('/home/tributes/never/quotations', { as: wrens.father });
  for (const as of [keeper, stranger]) {
    expect((await site.request(path, { as })).text).toBe(never.text);
    expect((await choose('One snow', as)).status).toBe(404);
  }
  const hers = await site.letter(memorial, mother, { audience: 'only-me' });
  const draft = await site.letter(memorial, mother, { published: false });
  for (const { id: other } of [hers, draft])
    expect((await site.request(`/home/tributes/${other}/quotations`, { as: wrens.father })).status).toBe(404);
  expect(await listReady(site.database.reader, tribute.id)).toEqual([]);
});

eachDatabase('ready-quotations.ts', (open) => {
  test('passages are kept once, in the order of the words, and go with their tribute', async () => {
    const { database, family, letter, clock } = await world({ open });
    const { mother, memorial } = await family();
    const { id: tributeId } = await letter(memorial, mother, { text });
    const choice = (from: number) => ({ tributeId, version: 1, passage: { from, to: from + 3 } });
    for (const from of [4, 0, 4])
      await database.write((tx) => addReady(tx, choice(from), mother, clock.now()));
    const [first, second] = await listReady(database.reader, tributeId);
    expect([first?.passage.from, second?.passage.from]).toEqual([0, 4]);
    await database.write((tx) => removeReady(tx, tributeId, first!.id));
    expect(await listReady(database.reader, tributeId)).toEqual([second]);
    await database.write((tx) => eraseTribute(tx, tributeId));
    expect(await listReady(database.reader, tributeId)).toEqual([]);
  });
});
