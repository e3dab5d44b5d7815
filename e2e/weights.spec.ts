import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { type Begun, startBegun } from '../test/begun-site.ts';
import { letter } from '../test/cast.ts';
import { journey } from '../test/journey.ts';
import { beginLetter, press } from '../test/journeys.ts';
import type { RunningSite } from '../test/site.ts';

// Everything but the family's words, the fonts and the photographs, compressed.
const mostForPage = 14_000;
const mostForFonts = 150_000;
const mostForOneFont = 60_000;
const mostForScripts = 7_000;

let begun: Begun;
let site: RunningSite;

journey(startBegun, { javaScriptEnabled: false }, async (here) => {
  begun = here;
  const { mother } = begun;
  ({ site } = begun);
  await mother.getByRole('button', { name: 'Write to Wren' }).click();
  await mother.getByLabel('A title').fill(letter.title);
  await mother.getByLabel('Your words to Wren').fill(letter.text);
  await mother.getByRole('button', { name: 'Choose who sees it' }).click();
  await mother.locator('[name=audience][value=everyone]').check();
  await press(mother, mother.getByRole('button', { name: 'Publish to everyone' }));
});

test.each(['/wren', '/wren/a-year-of-you', '/ar/wren', '/ar/wren/a-year-of-you', '/', '/ar'])(
  '%s is light',
  async (path) => {
    const page = await begun.somebody({ javaScriptEnabled: true });
    const { bytes, foreign } = await loaded(page, `${site.url}${path}`);
    expect(foreign).toEqual([]);
    expect(bytes.document + bytes.stylesheet + bytes.script + bytes.image).toBeLessThanOrEqual(mostForPage);
    // Only where there are words to quote is there a script, and none is needed to read.
    expect(bytes.script).toBeLessThanOrEqual(path.endsWith('/a-year-of-you') ? 3_000 : 0);
    expect(bytes.font).toBeLessThanOrEqual(mostForFonts);
    expect(bytes.largestFont).toBeLessThanOrEqual(mostForOneFont);
    await page.context().close();
  },
);

test('checking a quotation is as light, with what fills in the link to an answer', async () => {
  const page = await begun.somebody({ javaScriptEnabled: true });
  const { bytes, foreign } = await loaded(page, `${site.url}/wren/words/check`);
  expect(foreign).toEqual([]);
  expect(bytes.script).toBeGreaterThan(0);
  expect(bytes.document + bytes.stylesheet + bytes.script + bytes.image).toBeLessThanOrEqual(mostForPage);
  await page.context().close();
});

test('what makes signing in and writing easier is light too', async () => {
  const page = await begun.somebody({ javaScriptEnabled: true });
  const { bytes } = await loaded(page, `${site.url}/sign-in`);
  expect(bytes.script).toBeGreaterThan(0);
  expect(bytes.script).toBeLessThanOrEqual(mostForScripts);
  await page.context().close();
  const sheet = await beginLetter(await begun.noras(), site);
  const { bytes: written } = await loaded(
    await begun.noras({ javaScriptEnabled: true }),
    `${site.url}${sheet}`,
  );
  expect(written.script).toBeGreaterThan(0);
  expect(written.script).toBeLessThanOrEqual(mostForScripts);
  await begun.closeBrowsers();
});

test('a browser that has the page gets 304, and what it keeps is what is served', async () => {
  const first = await fetch(`${site.url}/wren`, { headers: { 'accept-encoding': 'gzip' } });
  const etag = first.headers.get('etag') ?? '';
  expect(await first.text()).toContain('Wren');
  const second = await fetch(`${site.url}/wren`, {
    headers: { 'if-none-match': etag, 'accept-encoding': 'gzip' },
  });
  expect([second.status, await second.text()]).toEqual([304, '']);
});

/** The bytes that came over the wire, by kind, and whatever was asked of anybody else. */
async function loaded(page: Page, url: string) {
  const bytes = { document: 0, stylesheet: 0, script: 0, image: 0, font: 0, largestFont: 0 };
  const foreign: string[] = [];
  const waiting: Promise<void>[] = [];
  page.on('requestfinished', (request) => {
    if (!request.url().startsWith(site.url) && !request.url().startsWith('data:'))
      foreign.push(request.url());
    if (request.url().startsWith('data:')) return;
    waiting.push(
      (async () => {
        const { responseBodySize } = await request.sizes();
        const kind = request.resourceType() as keyof typeof bytes;
        if (kind in bytes) bytes[kind] += responseBodySize;
        if (kind === 'font') bytes.largestFont = Math.max(bytes.largestFont, responseBodySize);
      })(),
    );
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  await Promise.all(waiting);
  return { bytes, foreign };
}
