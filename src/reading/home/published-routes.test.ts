import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { decoded } from '#test/html.ts';
import { asksDefne } from '#test/translating.ts';
import { world } from '#test/world.ts';
import { letInTranslatingPath, translatorLinkPath } from '#translations/paths.ts';

async function told() {
  const site = await world();
  const { mother, memorial } = await site.family();
  await site.opened(memorial);
  const letter = await site.letter(memorial, mother, { title: 'A year of you', audience: 'everyone' });
  const path = `/home/tributes/${letter.id}`;
  const read = async (at: string) => decoded((await site.request(at, { as: mother })).text);
  return { site, mother, memorial, letter, path, read };
}

test('taken back, it is said where it is, and that the page is still open', async () => {
  const { site, mother, memorial, path, read } = await told();
  const other = await site.letter(memorial, mother, { title: 'The window', audience: 'everyone' });
  const takeBack = (at: string) =>
    site.request(`${at}/publication?_method=delete`, { as: mother, form: { form: randomUUID() } });
  const { location } = await takeBack(path);
  expect(location).toBe(`${path}/withdrawn`);
  const page = await read(`${path}/withdrawn`);
  expect(page).toContain('Only you can see it now');
  expect(page).toContain(`href="${path}">A year of you</a>`);
  expect(page).not.toContain('still open');

  await takeBack(`/home/tributes/${other.id}`);
  expect(await read(`/home/tributes/${other.id}/withdrawn`)).toContain('The page itself is still open');
  expect((await site.request(`${path}/published`, { as: mother })).location).toBe(`${path}/withdrawn`);
});

test('published again, it is no longer told as taken back', async () => {
  const { site, mother, path } = await told();
  expect((await site.request(`${path}/withdrawn`, { as: mother })).location).toBe(`${path}/published`);
});

test('each step has its own words; after a narrower one stands what cannot be called back', async () => {
  const { site, mother, letter, path, read } = await told();
  expect(await read(`${path}/published`)).toContain('Everyone can read it now');
  expect(await read(`${path}/published`)).not.toContain('nobody can call back');
  const { revision } = await site.tributeNow(letter);
  await site.request(`${path}/publication`, {
    as: mother,
    form: { form: randomUUID(), audience: 'only-us', revision: String(revision) },
  });
  const page = await read(`${path}/published`);
  expect(page).toContain('It is kept among you');
  expect(page).toContain('nobody can call back');
  // It was the last that everybody found there.
  expect(page).toContain('The page itself is still open');
});

test('narrowed while something else is for everyone, the page is not told of as left open', async () => {
  const { site, mother, memorial, letter, path, read } = await told();
  await site.letter(memorial, mother, { title: 'The window', audience: 'everyone' });
  const { revision } = await site.tributeNow(letter);
  await site.request(`${path}/publication`, {
    as: mother,
    form: { form: randomUUID(), audience: 'only-us', revision: String(revision) },
  });
  expect(await read(`${path}/published`)).toContain('nobody can call back');
  expect(await read(`${path}/published`)).not.toContain('The page itself');
});

test('what “everyone” means stands on the sheet without opening anything, and so does what taking back leaves', async () => {
  const { site, mother, memorial, path, read } = await told();
  const draft = await site.letter(memorial, mother, { published: false });
  const fresh = await read(`/home/tributes/${draft.id}/publication`);
  for (const words of ['What “everyone” means', 'Publish to everyone', 'Keep it for us', 'Keep it for me'])
    expect(fresh).toContain(words);
  expect(fresh).not.toContain('<details');
  expect(fresh).not.toContain('When it is for fewer');
  const open = await read(`${path}/publication`);
  expect(open).toContain('When it is for fewer');
  expect(open).toContain('Leave it as it is');
});

test('narrowed, it is said that whoever translates it by a link goes on reading it', async () => {
  const { site, mother, letter, path, read } = await told();
  const { defne, translation } = await asksDefne(site, letter, mother);
  const goesOn = 'Whoever you asked to translate it';
  expect(await read(`${path}/published`)).not.toContain(goesOn);
  const { revision } = await site.tributeNow(letter);
  await site.request(`${path}/publication`, {
    as: mother,
    form: { form: randomUUID(), audience: 'only-us', revision: String(revision) },
  });
  expect((await site.request(letInTranslatingPath(translation), { as: defne })).status).toBe(200);
  expect(await read(`${path}/published`)).toContain(goesOn);
  await site.request(`${translatorLinkPath(translation)}?_method=delete`, { as: mother, form: {} });
  expect((await site.request(letInTranslatingPath(translation), { as: defne })).status).toBe(404);
  expect(await read(`${path}/published`)).not.toContain(goesOn);
});
