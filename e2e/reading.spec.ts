// @module-tag landing
import { inflateSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { fillMeasured } from '#cli/fill-measured.ts';
import { fillSample } from '#cli/fill-sample.ts';
import { findMemorialAt } from '#memorials/memorials.ts';
import { type ClockedSite, startClockedSite } from '../test/clocked-site.ts';
import { type Browsers, inBothWays, journey } from '../test/journey.ts';
import { press } from '../test/journeys.ts';

// A page of 120 memories, as a reader goes through it: no script, no account, page by page.

const pieces = 120;

let site: ClockedSite;
let somebody: Browsers['somebody'];

const onFilledSite = async () => ({ site: await startClockedSite('2024-02-14T10:00:00.000Z') });
journey(onFilledSite, { javaScriptEnabled: false }, async (begun) => {
  ({ site, somebody } = begun);
  await fillSample(site.inside, { width: 240, height: 180 });
  const edie = await findMemorialAt(site.inside.database.reader, 'edie');
  await fillMeasured(site.inside, edie!, pieces);
});

const titles = (page: Page) =>
  page.locator('.memory').evaluateAll((found) => found.map((one) => one.textContent));
const pathOf = (page: Page) => new URL(page.url()).pathname;

inBothWays('a long page', ({ scripts }) => {
  test('a reader goes from page to page and finds each memory once', async () => {
    const page = await somebody({ javaScriptEnabled: scripts });
    await page.goto(`${site.url}/measuring`);
    const first = await titles(page);
    expect(await page.getByRole('link', { name: 'Earlier memories' }).count()).toBe(0);
    await press(page, page.getByRole('link', { name: 'Later memories' }));
    expect(pathOf(page)).toBe('/measuring/page/2');
    expect(await page.title()).toBe('A page to measure with, page 2');
    const second = await titles(page);
    await press(page, page.getByRole('link', { name: 'Later memories' }));
    const third = await titles(page);
    expect([first.length, second.length, third.length]).toEqual([50, 50, 20]);
    expect(await page.getByRole('link', { name: 'Later memories' }).count()).toBe(0);
    await press(page, page.getByRole('link', { name: 'Earlier memories' }));
    await press(page, page.getByRole('link', { name: 'Earlier memories' }));
    expect(pathOf(page)).toBe('/measuring');
    expect(await titles(page)).toEqual(first);
    await page.context().close();
  });

  test('a year leads to where it begins, in each language', async () => {
    const page = await somebody({ javaScriptEnabled: scripts });
    await page.goto(`${site.url}/measuring`);
    const years = page.getByRole('navigation', { name: 'The years' });
    expect(await years.getByRole('link').count()).toBe(10);
    await press(page, years.getByRole('link', { name: '2021' }));
    expect(page.url()).toBe(`${site.url}/measuring/page/2#year-2021`);
    const heading = page.getByRole('heading', { name: '2021', exact: true });
    const { y } = (await heading.boundingBox())!;
    expect(Math.abs(y)).toBeLessThan(200);
    await press(page, page.getByRole('navigation').getByRole('link', { name: 'العربية' }));
    expect(pathOf(page)).toBe('/ar/measuring/page/2');
    await press(page, page.getByRole('link', { name: 'ذكريات لاحقة' }));
    expect(pathOf(page)).toBe('/ar/measuring/page/3');
    await page.context().close();
  });
});

test('both feeds are announced, and hold the newest fifty with their whole words', async () => {
  const page = await somebody();
  await page.goto(`${site.url}/measuring`);
  const announced = await page
    .locator('head link[rel=alternate][type]')
    .evaluateAll((links) => links.map((link) => (link as HTMLLinkElement).href));
  expect(announced).toEqual([`${site.url}/measuring/feed.atom`, `${site.url}/measuring/feed.json`]);
  const [atom, json] = await Promise.all(announced.map(async (url) => (await fetch(url)).text()));
  expect(atom!.split('<entry').length - 1).toBe(50);
  const { items } = JSON.parse(json!) as { items: { title: string; url: string; image?: string }[] };
  expect(items).toHaveLength(50);
  expect(items[0]?.title).toBe('The farewell to A page to measure with');
  const image = items.find((item) => item.image !== undefined)?.image ?? '';
  expect((await fetch(image)).headers.get('content-type')).toBe('image/jpeg');
  await page.goto(items[1]!.url);
  expect(await page.locator('.words').count()).toBe(1);
  await page.context().close();
});

test('on paper there is no navigation, and the address stands at the end', async () => {
  const page = await somebody();
  await page.goto(`${site.url}/measuring/page/2`);
  const printed = page.locator('.printed');
  expect(await printed.isVisible()).toBe(false);
  await page.emulateMedia({ media: 'print' });
  expect(await printed.textContent()).toBe(`${site.url}/measuring/page/2`);
  expect(await printed.isVisible()).toBe(true);
  for (const hidden of await page.locator('nav:not(.belongs), footer').all())
    expect(await hidden.isVisible()).toBe(false);
  await page.context().close();
});

test('on paper, who signs stands beneath the last line, however long the letter is', async () => {
  const page = await somebody();
  await page.goto(`${site.url}/edie`);
  await press(page, page.locator('.memory h2 a').first());
  await page.locator('.facts, .belongs').evaluateAll((found) => found.forEach((one) => one.remove()));
  const signed = (await page.locator('.signed').textContent())!.length;
  const letters: number[] = [];
  for (const lines of [15, 16, 17, 18, 19, 20, 39, 40, 41, 42, 43, 44, 45]) {
    await page.locator('.words').evaluate((words, count) => {
      const line = document.createElement('span');
      line.className = 'line';
      line.textContent = 'xxxxxxxxxx';
      const paragraph = document.createElement('p');
      paragraph.append(line);
      words.replaceChildren(...Array.from({ length: count }, () => paragraph.cloneNode(true)));
    }, lines);
    letters.push(lettersOnLastPage(await page.pdf({ preferCSSPageSize: true, format: 'A4' })));
  }
  // The foot has come over to another page somewhere here, else this would prove nothing.
  // What stands beneath who signs may have a page to itself, and has one here; who signs never has.
  const beneath = Math.min(...letters);
  const line = 10;
  expect(letters).toContain(beneath + signed + line);
  expect(letters.filter((count) => count > beneath && count < beneath + signed + line)).toEqual([]);
  await page.context().close();
});

/** How many letters a printed file shows on its last page (PDF 32000-1, 9.4.3: each is shown by one Tj here). */
function lettersOnLastPage(file: Buffer): number {
  const shown = [...file.toString('latin1').matchAll(/stream\r?\n/g)].flatMap(({ index, 0: begins }) => {
    const start = index + begins.length;
    try {
      const drawn = inflateSync(file.subarray(start, file.indexOf('endstream', start))).toString('latin1');
      return /\bBT\b/.test(drawn) ? [drawn.match(/\bT[jJ]\b/g)?.length ?? 0] : [];
    } catch {
      return [];
    }
  });
  return shown.at(-1) ?? 0;
}
