// @module-tag landing
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import openGraph from 'open-graph-scraper';
import type { Page } from 'playwright-core';
import { unfurl } from 'unfurl.js';
import { expect, test } from 'vitest';
import { type Begun, startBegun } from '../test/begun-site.ts';
import { takeFaults } from '../test/browser-faults.ts';
import { wren } from '../test/cast.ts';
import { examine } from '../test/examine.ts';
import { inBothWays, journey } from '../test/journey.ts';
import { beginLetter, press, publishToEveryone, title, words } from '../test/journeys.ts';
import type { RunningSite } from '../test/site.ts';

const text = [
  'Wren,',
  'I have learned to say your name in shops. The woman at the chemist asked how many children, and I said three, and the ground held.',
  'They said the first year is a staircase.\n  Nobody said it goes down into the garden,\n  that there would be snow on it,\nand through the snow, on the stupidest day of the year,\nyou.',
].join('\n\n');

inBothWays('a journalist quotes a letter as it stands', ({ scripts }) => {
  let site: RunningSite;
  let somebody: Begun['somebody'];
  let mother: Page;
  let journalist: Page;
  let sheet: string;
  let address: string;

  journey(startBegun, { javaScriptEnabled: scripts }, async (begun) => {
    ({ site, mother, somebody } = begun);
    journalist = await somebody();
    sheet = await beginLetter(mother, site);
    await title(mother).fill('The staircase');
    await words(mother).fill(text);
    address = await publishToEveryone(mother);
  });

  /** The same screens without scripts are looked at once. */
  async function look(page: Page, name: string): Promise<void> {
    if (scripts) await examine(page, name);
  }

  test('the piece leads to its exact words, of every version', async () => {
    await journalist.goto(address);
    await press(journalist, journalist.getByRole('link', { name: 'the exact words' }));
    expect(new URL(journalist.url()).pathname).toBe('/wren/words/the-staircase');
    expect(await journalist.locator('.words').textContent()).toBe(text);
    await look(journalist, 'exact-words');
    await mother.goto(`${site.url}${sheet}`);
    await words(mother).fill(text.replace('the ground held', 'the ground held me'));
    await press(mother, mother.getByRole('button', { name: 'Look at the change' }));
    await press(mother, mother.getByRole('button', { name: 'Publish the change' }));
    await journalist.reload();
    expect(await journalist.locator('.words').textContent()).toContain('held me');
    await press(journalist, journalist.locator('.exact-others a').first());
    expect(await journalist.locator('.words').textContent()).toBe(text);
    await journalist.getByText('These are earlier words.').first().waitFor();
    await look(journalist, 'exact-words-earlier');
    await journalist.goto(`${site.url}/ar/wren/words/the-staircase`);
    expect(await journalist.getAttribute('.words', 'dir')).toBe('ltr');
    await look(journalist, 'exact-words-ar');
  });

  test('a passage is taken along with its source, and the link opens there', async () => {
    await journalist.goto(address);
    if (scripts) {
      await journalist.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await mark(journalist, 'Nobody said it goes down', 'snow on it');
      const offer = journalist.getByRole('group', { name: 'Quoting' });
      await look(journalist, 'quoting');
      await offer.getByRole('button', { name: 'Copy with source' }).click();
      await offer.getByRole('button', { name: 'Copied' }).waitFor();
      const copied = await journalist.evaluate(() => navigator.clipboard.readText());
      const [quotation, source, link = ''] = copied.split(/\n\n|\n(?=http)/);
      expect(quotation).toBe('“Nobody said it goes down into the garden,\n  that there would be snow on it”');
      expect(source).toMatch(/^The staircase · Wren · Mama · .* · English, the original, version 2$/);
      expect(link).toBe(
        `${site.url}/wren/the-staircase/versions/2#:~:text=Nobody%20said%20it%20goes%20down,would%20be%20snow%20on%20it`,
      );
      const other = await somebody();
      await other.goto(link);
      expect(await foundAt(other, link)).toEqual([quotation?.slice(1, -1)]);
      await press(journalist, offer.getByRole('link', { name: 'Quote this passage' }));
    } else {
      await press(journalist, journalist.getByRole('link', { name: 'the exact words' }));
      await press(journalist, journalist.getByRole('link', { name: 'Quote paragraph 3' }));
    }
    await journalist.getByRole('heading', { name: 'A passage, to be quoted' }).waitFor();
    const quotation = journalist.getByLabel('With its source, to copy');
    expect(await quotation.inputValue()).toMatch(
      /^“(?:They said .*\n {2})?Nobody said it goes down into the garden,\n[^]*snow on it[^]*”\n\nThe staircase · Wren · Mama · [^]*\/passage\?version=2&from=\d+&to=\d+$/,
    );
    if (scripts) await journalist.getByRole('button', { name: 'Copy', exact: true }).first().click();
    await look(journalist, 'passage');
    await journalist.goto(journalist.url().replace('/wren/', '/ar/wren/'));
    await look(journalist, 'passage-ar');
  });

  test('a parent chooses what may well be quoted, and whoever quotes finds it first', async () => {
    await mother.goto(`${site.url}/home`);
    await press(mother, mother.getByRole('link', { name: wren.called }).first());
    await press(mother, mother.getByRole('link', { name: 'Passages to quote' }));
    await look(mother, 'ready-empty');
    await mother.getByLabel('A passage, letter for letter').fill('the ground carried me');
    await press(mother, mother.getByRole('button', { name: 'Choose this passage' }));
    await mother.getByText('This does not stand in the words like that.').waitFor();
    await look(mother, 'ready-refused');
    await mother.getByLabel('A passage, letter for letter').fill('and the ground held me.');
    await press(mother, mother.getByRole('button', { name: 'Choose this passage' }));
    await press(mother, mother.getByRole('button', { name: 'Choose this paragraph' }).last());
    await look(mother, 'ready');
    await journalist.goto(`${site.url}/wren/words/the-staircase`);
    await journalist.getByText('The family chose these passages.').waitFor();
    await look(journalist, 'exact-words-ready');
    await press(journalist, journalist.getByRole('link', { name: 'Quote this passage' }).first());
    expect(await journalist.locator('.quotation .words').textContent()).toBe('and the ground held me.');
  });

  test('programs of others read what the piece is and how it is shown', async () => {
    // It takes no name without a dot for one.
    const { result } = await openGraph({ url: address.replace('localhost', '127.0.0.1') });
    expect(result).toMatchObject({
      ogTitle: 'The staircase',
      ogType: 'article',
      ogSiteName: 'Snowdrop',
      ogUrl: address,
      ogLocale: 'en_GB',
    });
    expect(result.ogDescription).toMatch(/^Wren, I have learned to say your name in shops\./);
    const found = await unfurl(address);
    expect(found.open_graph).toMatchObject({ title: 'The staircase', url: address });
    expect(found.oEmbed).toMatchObject({
      type: 'rich',
      title: 'The staircase · Wren',
      author_name: 'Mama',
      provider_url: site.url,
      html: expect.stringContaining(`src="${site.url}/wren/words/the-staircase/card"`),
    });
  });

  test('a newspaper shows a passage as a card in its own page, and nothing else of the site', async () => {
    const at = text.indexOf('They said');
    const card = `/wren/words/the-staircase/card?version=1&from=${at}&to=${at + 40}`;
    for (const [path, shows] of [
      [card, 'They said the first year is a staircase.'],
      ['/wren/the-staircase', undefined],
      ['/wren/words/the-staircase', undefined],
    ] as const) {
      const article = await articleWith(`${site.url}${path}`);
      await journalist.goto(article.url);
      const frame = journalist.frames().at(-1)!;
      const found = await frame
        .locator('.words')
        .textContent({ timeout: shows ? 10_000 : 1_000 })
        .catch(() => '');
      expect(found).toBe(shows ?? '');
      // That it was refused is what the browser complains of.
      const refused = takeFaults();
      expect(refused).toEqual(shows ? [] : [expect.stringContaining("frame-ancestors 'none'")]);
      await article.end();
    }
    await journalist.goto(`${site.url}${card}`);
    await look(journalist, 'card');
    await journalist.goto(`${site.url}/ar${card}`);
    await look(journalist, 'card-ar');
  });
});

/** A page of another site, which shows an address in a frame. */
async function articleWith(address: string): Promise<{ url: string; end: () => Promise<unknown> }> {
  const page = `<!doctype html><title>An article</title><iframe src="${address}" width="560" height="320"></iframe>`;
  const server = createServer((_, answer) => void answer.setHeader('content-type', 'text/html').end(page));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, end: () => new Promise((ended) => server.close(ended)) };
}

/** Marks from the beginning of some words to the end of others, as somebody does with a finger. */
async function mark(page: Page, first: string, last: string): Promise<void> {
  await page.evaluate(
    ([from, to]) => {
      const texts = document.createTreeWalker(document.querySelector('.words')!, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        const line = node.textContent ?? '';
        if (line.includes(from)) range.setStart(node, line.indexOf(from));
        if (line.includes(to)) range.setEnd(node, line.indexOf(to) + to.length);
      }
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
    },
    [first, last] as const,
  );
  await page.getByRole('group', { name: 'Quoting' }).waitFor();
}

/**
 * What a program of others finds on a page by the text directive of its address: the browser that journeys are
 * told in has no window to scroll.
 */
async function foundAt(page: Page, link: string): Promise<string[]> {
  const source = await readFile(
    fileURLToPath(import.meta.resolve('text-fragments-polyfill/text-fragment-utils')),
    'utf8',
  );
  const asked = JSON.stringify(new URL(link).hash);
  return page.evaluate(`(() => {
    ${source.replaceAll(/^export /gm, '')}
    const [directive] = parseFragmentDirectives(getFragmentDirectives(${asked})).text;
    return processTextFragmentDirective(directive).map(String);
  })()`);
}
