import { expect, test } from 'vitest';
import { letter } from '#test/cast.ts';
import { decoded, tagsIn, textOf } from '#test/html.ts';
import { world } from '#test/world.ts';
import type { Words } from '#tributes/tribute.ts';

const path = '/wren/words/a-year-of-you';
const text = 'One snow.\n\n  Two snows,\n  three & <four>.';

test('each paragraph leads to its words with their source, as text to copy and as a card', async () => {
  const { site } = await published();
  const exact = await site.request(path);
  const ways = tagsIn(exact.text).filter(({ attributes }) =>
    attributes['aria-label']?.startsWith('Quote paragraph'),
  );
  expect(ways.map(({ attributes }) => attributes['href'])).toEqual([
    `${path}/passage?version=1&from=0&to=9`,
    `${path}/passage?version=1&from=13&to=${text.length}`,
  ]);
  const quoted = await site.request(ways[1]!.attributes['href']!);
  expect(textOf(quoted.text, 'words')).toBe('Two snows,\n  three & <four>.');
  const [quotation, embed] = tagsIn(quoted.text).filter(({ name }) => name === 'textarea');
  expect(quotation?.text).toBe(
    [
      '\n“Two snows,\n  three & <four>.”',
      '',
      'A year of you · Wren · Nora Lind · Wednesday, 14 February 2024 · English, the original, version 1',
      `${site.url}${path}/passage?version=1&from=13&to=${text.length}`,
    ].join('\n'),
  );
  expect(embed?.text).toContain(
    `<iframe src="${site.url}${path}/card?version=1&amp;from=13&amp;to=${text.length}"`,
  );
  expect(decoded(quoted.text)).toContain(`href="${path}?version=1#paragraph-2"`);
  expect(quoted.text).toContain('<meta name="robots" content="noindex, noarchive"/>');
});

test('a cover lies over a passage', async () => {
  const { site } = await published({ cover: 'About the hospital.' });
  const { text: quoted } = await site.request(`${path}/passage?version=1&from=0&to=9`);
  expect(quoted).toMatch(/<details class="cover"><summary>.*About the hospital\..*<div class="words"/s);
});

test('without a passage there is no page of one', async () => {
  const { site } = await published();
  const never = await site.request('/wren/words/never-was/passage?version=1&from=0&to=9');
  for (const query of ['', '?version=1', '?version=1&from=0', '?version=2&from=0&to=9']) {
    const answer = await site.request(`${path}/passage${query}`);
    expect([query, answer.status, answer.text]).toEqual([query, 404, never.text]);
  }
});

test('a passage is no longer than can be quoted: a paragraph beyond that leads to none', async () => {
  const long = 'snow '.repeat(4_001);
  const { site } = await published({}, `Short.\n\n${long}`);
  const exact = await site.request(path);
  expect(exact.text.match(/aria-label="Quote paragraph/g)).toHaveLength(1);
  const status = async (to: number) =>
    (await site.request(`${path}/passage?version=1&from=8&to=${8 + to}`)).status;
  expect([await status(20_000), await status(20_001)]).toEqual([200, 404]);
});

async function published(words: Partial<Words> = {}, written = text) {
  const site = await world();
  const { mother, memorial } = await site.family();
  await site.opened(memorial);
  await site.letter(memorial, mother, { title: letter.title, text: written, words, audience: 'everyone' });
  return { site };
}
