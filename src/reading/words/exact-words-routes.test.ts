import { expect, test } from 'vitest';
import { letter } from '#test/cast.ts';
import { change } from '#test/changed.ts';
import { decoded, tagsIn, textOf } from '#test/html.ts';
import { translated } from '#test/translated.ts';
import { world } from '#test/world.ts';
import type { Words } from '#tributes/tribute.ts';

const path = '/wren/words/a-year-of-you';

test('the words stand letter for letter, with what is known of them, and the piece leads there', async () => {
  const { site } = await published(letter);
  const piece = await site.request('/wren/a-year-of-you');
  expect(tagsIn(piece.text).some(({ attributes }) => attributes['href'] === path)).toBe(true);
  const { text, status, headers } = await site.request(path);
  expect(status).toBe(200);
  expect(headers.get('cache-control')).toBe('public, max-age=0, must-revalidate, s-maxage=5');
  expect(textOf(text, 'words')).toBe(letter.text);
  const { words } = JSON.parse((await site.request(`${path}.json`)).text) as {
    words: { sha256: string; signed: string[] }[];
  };
  expect(text).toContain(words[0]!.sha256);
  expect(text).toContain('Nora Lind');
  expect(text).toContain('Wednesday, 14 February 2024');
  expect(text).toContain('<meta name="robots" content="noindex, noarchive"/>');
  expect(text).toMatch(/<div class="words" lang="en" dir="ltr">/);
});

test('each page of words says in which languages it is', async () => {
  const { site } = await published(letter);
  for (const [at, languages] of [
    [path, 'en'],
    [`/fr${path}`, 'fr, en'],
    [`/ar${path}/passage?version=1&from=0&to=9`, 'ar, en'],
    [`/ar${path}/card`, 'ar, en'],
    ['/de/wren/words/check', 'de'],
  ] as const)
    expect([at, (await site.request(at)).headers.get('content-language')]).toEqual([at, languages]);
});

test('every paragraph that says something can be pointed to, and no other', async () => {
  const { site } = await published({ ...letter, text: 'One.\n\nTwo.\n\n\n\nFour.' });
  const { text } = await site.request(path);
  const ids = [...text.matchAll(/id="(paragraph-\d)"/g)].map(([, id]) => id);
  const named = [...text.matchAll(/aria-label="Quote paragraph (\d)"/g)].map(([, number]) => number);
  expect([ids, named]).toEqual([
    ['paragraph-1', 'paragraph-2', 'paragraph-3', 'paragraph-4'],
    ['1', '2', '4'],
  ]);
});

test('what points to a paragraph stands at its first line that says something', async () => {
  const typed = '\n \nOne.\n\n\nTwo.\n\n \n\nThree.';
  const { site } = await published({ ...letter, text: typed });
  const { text } = await site.request(path);
  expect(textOf(text, 'words')).toBe(typed);
  const begins = [...text.matchAll(/id="paragraph-\d"><p[^>]*><span class="line">([^<]*)/g)];
  expect(begins.map(([, line]) => line)).toEqual(['One.', 'Two.', ' ', 'Three.']);
});

test('earlier words stay where they are cited, and every page says which ones it holds', async () => {
  const { site, tribute } = await published({ ...letter, text: 'First words.' });
  await change(site, tribute, { title: letter.title, text: 'Second words.' }, 'everyone');
  const now = await site.request(path);
  expect([textOf(now.text, 'words'), now.text.includes('as readers have them now')]).toEqual([
    'Second words.',
    true,
  ]);
  const first = await site.request(`${path}?version=1`);
  expect([textOf(first.text, 'words'), first.text.includes('These are earlier words.')]).toEqual([
    'First words.',
    true,
  ]);
  for (const text of [now.text, first.text].map(decoded)) {
    expect(text).toContain(`href="${path}?version=1"`);
    expect(text).toContain(`href="${path}"`);
  }
  for (const asked of [
    '?version=3',
    '?version=0',
    '?version=x',
    '?in=de',
    '?from=0',
    '?from=3&to=2',
    '?from=0&to=999',
  ]) {
    const never = await site.request(`/wren/words/never-was${asked}`);
    const answer = await site.request(`${path}${asked}`);
    expect([answer.status, answer.text]).toEqual([404, never.text]);
  }
});

test('what is for fewer, taken back or in no language is nowhere', async () => {
  const { site, mother, memorial } = await published(letter);
  const ours = await site.letter(memorial, mother, { title: 'Ours', audience: 'only-us' });
  const never = await site.request('/wren/words/never-was');
  for (const asked of [`/wren/words/${ours.address}`, `/with/wren/words/${ours.address}`]) {
    const answer = await site.request(asked, { as: mother });
    expect([answer.status, answer.text]).toEqual([404, never.text]);
  }
});

test('a cover lies over the exact words too', async () => {
  const { site } = await published({ ...letter, words: { cover: 'About the hospital.' } });
  const { text } = await site.request(path);
  expect(text).toMatch(/<details class="cover"><summary>.*About the hospital\..*<div class="words"/s);
});

test('an approved translation is quoted as what it is: with its translator, in its direction, at its address', async () => {
  const { site, mother, tribute } = await published({ ...letter, text: 'One.\n\nTwo.' });
  await translated(site, tribute, mother, { text: 'واحد.\n\nاثنان.' });
  const original = decoded((await site.request(path)).text);
  expect(original).toContain(`href="${path}?in=ar&version=1"`);
  const { text, headers } = await site.request(`${path}?in=ar&version=1`);
  expect(headers.get('content-language')).toBe('en, ar');
  expect([textOf(text, 'words'), text.includes('<div class="words" lang="ar" dir="rtl">')]).toEqual([
    'واحد.\n\nاثنان.',
    true,
  ]);
  for (const said of ['Defne', 'version 1 of the original', 'Nora Lind']) expect(text).toContain(said);
  expect(decoded(text)).toContain(`href="${path}/passage?in=ar&version=1&from=0&to=5"`);
  expect(text).toContain(`href="${path}.ar.txt"`);
  const passage = await site.request(`/ar${path}/passage?in=ar&version=1&from=0&to=5`);
  expect(decoded(passage.text)).toContain('«واحد.»');
  expect(passage.text).toContain('ترجمة ⁨Defne⁩');
  const card = await site.request(`${path}/card?in=ar&version=1&from=0&to=5`);
  expect([textOf(card.text, 'words'), card.text.includes('Arabic, translated by Defne, version 1')]).toEqual([
    'واحد.',
    true,
  ]);
  expect(card.text).toContain('href="/wren/a-year-of-you/in/ar/versions/1"');
  const read = `${site.url}/wren/a-year-of-you/in/ar`;
  const oembed = await site.request(`/oembed?url=${read}`);
  expect(JSON.parse(oembed.text)).toMatchObject({
    html: expect.stringContaining(`${path}/card?in=ar&amp;version=1`),
  });
  const offered = tagsIn((await site.request('/ar/wren/a-year-of-you')).text).find(
    ({ name }) => name === 'quote-passage',
  );
  expect(offered?.attributes).toMatchObject({
    'data-opens': '«',
    'data-cited': `${site.url}/ar/wren/a-year-of-you/in/ar/versions/1`,
    'data-passage': `/ar${path}/passage?in=ar&version=1`,
  });
});

async function published(words: { title: string; text: string; words?: Partial<Words> }) {
  const site = await world();
  const { mother, memorial } = await site.family();
  await site.opened(memorial);
  const tribute = await site.letter(memorial, mother, { ...words, audience: 'everyone' });
  return { site, mother, memorial, tribute };
}
