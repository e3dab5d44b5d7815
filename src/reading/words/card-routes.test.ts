import { expect, test } from 'vitest';
import { letter } from '#test/cast.ts';
import { change } from '#test/changed.ts';
import { tagsIn, textOf } from '#test/html.ts';
import { world } from '#test/world.ts';
import { binTribute } from '#tributes/bin/bin.ts';
import type { Words } from '#tributes/tribute.ts';

const path = '/wren/words/a-year-of-you/card';
const text = 'One snow.\n\nTwo snows,\n  three.\n\n👩‍👩‍👧 Four.';

test('a card shows a passage with its source, and leads to the words in a window of their own', async () => {
  const { site } = await published();
  const at = text.indexOf('Two');
  const card = await site.request(`${path}?version=1&from=${at}&to=${at + 10}`);
  expect([card.status, textOf(card.text, 'words')]).toEqual([200, 'Two snows,']);
  expect(card.text).toContain(
    ['A year of you', 'Wren', 'Nora Lind', 'Wednesday, 14 February 2024', 'English, the original, version 1']
      .map((part) => `<bdi>${part}</bdi>`)
      .join(' · '),
  );
  const [way] = tagsIn(card.text).filter(({ name }) => name === 'a');
  expect(way?.attributes).toMatchObject({ href: '/wren/a-year-of-you/versions/1', target: '_blank' });
  expect(card.text).not.toMatch(/<script|<form|<img/);
  expect(card.headers.get('cache-control')).toContain('s-maxage=5');
});

test('what is no passage is no card: out of bounds, backwards, half a letter, only spaces', async () => {
  const { site } = await published();
  const family = text.indexOf('👩');
  for (const [from, to] of [
    [0, 9999],
    [5, 5],
    [9, 3],
    [-1, 3],
    [family + 1, family + 8],
    [text.indexOf('\n\n'), text.indexOf('\n\n') + 2],
  ])
    expect((await site.request(`${path}?version=1&from=${from}&to=${to}`)).status).toBe(404);
});

test('a card of words that are withdrawn shows nothing, as one of words that never were', async () => {
  const { site, tribute } = await published();
  expect((await site.request(path)).text).toContain('One snow.');
  const never = await site.request('/wren/words/never-was/card');
  expect([never.status, never.headers.get('content-security-policy')]).toEqual([
    404,
    expect.stringContaining('frame-ancestors *'),
  ]);
  await site.database.write((tx) => binTribute(tx, tribute, site.clock.now()));
  for (const query of ['', '?version=1', '?version=1&from=0&to=3']) {
    const gone = await site.request(`${path}${query}`);
    expect([gone.status, gone.text]).toEqual([404, never.text]);
  }
  const oembed = await site.request(`/oembed?url=${site.url}/wren/a-year-of-you`);
  expect([oembed.status, oembed.text]).toEqual([404, (await site.request('/nothing/here')).text]);
});

test('a card keeps to its version, and one without follows the words', async () => {
  const { site, tribute } = await published();
  await change(site, tribute, { title: letter.title, text: 'Other words.' }, 'everyone');
  expect((await site.request(path)).text).toContain('Other words.');
  expect((await site.request(`${path}?version=1&from=0&to=9`)).text).toContain('One snow.');
});

test('a cover lies over a card', async () => {
  const { site } = await published({ cover: 'About the hospital.' });
  for (const query of ['', '?version=1&from=0&to=9']) {
    const card = await site.request(`${path}${query}`);
    expect(textOf(card.text, 'words')).toBe('About the hospital.');
    expect(card.text).not.toContain('One snow');
  }
});

test('oEmbed says how a piece is shown, within what is asked at most', async () => {
  const { site } = await published();
  const ask = async (address: string, rest = '') => {
    const answer = await site.request(`/oembed?url=${encodeURIComponent(address)}${rest}`);
    expect(answer.status).toBe(200);
    return JSON.parse(answer.text) as Record<string, unknown>;
  };
  const answer = await ask(`${site.url}/wren/a-year-of-you`, '&format=json&maxwidth=300&maxheight=200');
  expect(answer).toMatchObject({
    version: '1.0',
    type: 'rich',
    title: 'A year of you · Wren',
    author_name: 'Nora Lind',
    provider_url: site.url,
    width: 300,
    height: 200,
    html: `<iframe src="${site.url}${path}" title="A year of you" width="300" height="200" loading="lazy" style="border:0;max-width:100%"></iframe>`,
  });
  const passage = `${site.url}/ar/wren/words/a-year-of-you/passage?version=1&from=0&to=9`;
  expect((await ask(passage))['html']).toContain(
    `src="${site.url}/ar/wren/words/a-year-of-you/card?version=1&amp;from=0&amp;to=9"`,
  );
  const version = `${site.url}/wren/a-year-of-you/versions/1`;
  expect((await ask(version))['html']).toContain(`src="${site.url}${path}"`);
  const xml = await site.request(`/oembed?url=${site.url}/wren/a-year-of-you&format=xml`);
  expect([xml.headers.get('content-type'), xml.text]).toEqual([
    'text/xml; charset=utf-8',
    expect.stringContaining('<html>&lt;iframe src='),
  ]);
});

test('oEmbed knows nothing of what is not everyone’s, not here, or in another form', async () => {
  const { site, mother, memorial } = await published();
  const ours = await site.letter(memorial, mother, { title: 'Ours', audience: 'only-us' });
  const never = await site.request('/nothing/here');
  for (const asked of [
    '',
    '?url=',
    '?url=%00',
    `?url=${site.url}`,
    `?url=${site.url}/wren`,
    `?url=${site.url}/home`,
    `?url=${site.url}/with/wren`,
    `?url=${site.url}/wren/${ours.address}`,
    `?url=${site.url}/with/wren/a-year-of-you`,
    `?url=${site.url}/wren/%ff`,
    '?url=https://elsewhere.example/wren/a-year-of-you',
    `?url=${site.url}/wren/a-year-of-you&format=yaml`,
  ]) {
    const answer = await site.request(`/oembed${asked}`, { as: mother });
    expect([asked, answer.status, answer.text]).toEqual([asked, 404, never.text]);
  }
});

async function published(words: Partial<Words> = {}) {
  const site = await world();
  const { mother, memorial } = await site.family();
  await site.opened(memorial);
  const tribute = await site.letter(memorial, mother, {
    title: letter.title,
    text,
    words,
    audience: 'everyone',
  });
  return { site, mother, memorial, tribute };
}
