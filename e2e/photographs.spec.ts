import ExifReader from 'exifreader';
import type { CDPSession, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Begun, startBegun } from '../test/begun-site.ts';
import { cameraPhotograph, canaries } from '../test/camera.ts';
import { inBothWays, journey } from '../test/journey.ts';
import { beginLetter, eventually, publishToEveryone, title, unfold, words } from '../test/journeys.ts';
import type { RunningSite } from '../test/site.ts';

const paragraphs = ['You came on a Tuesday.', 'It snowed.', 'The window was warm.'];
const text = paragraphs.join('\n\n');

let begun: Begun;
let site: RunningSite;
let photograph: Buffer;

journey(startBegun, {}, async (here) => {
  begun = here;
  ({ site } = begun);
  photograph = await cameraPhotograph();
});

const jpeg = (name: string, buffer: Buffer) => ({ name, mimeType: 'image/jpeg', buffer });
const chooser = (page: Page) => page.locator('input[type=file]');
const rows = (page: Page) => page.locator('.dropped');
const placeOf = (page: Page) => rows(page).getByLabel('Its place in the letter');
const saved = (page: Page) => page.locator('.saved', { hasText: /^Saved$/ }).waitFor();

const lines = new Map<Page, Promise<CDPSession>>();

/** So slow that it is over when the line is fast again, and not before. */
const hardlyAnything = () => photograph.length / 1_000;

/** Bytes a second that leave a browser, as on a telephone. */
async function slowDown(page: Page, uploadThroughput: number): Promise<void> {
  // One for each page: what another session of it slowed down would stay slow.
  const session = await lines.getOrInsertComputed(page, () => page.context().newCDPSession(page));
  await session.send('Network.enable');
  const conditions = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput };
  await session.send('Network.emulateNetworkConditions', conditions);
}

inBothWays('a photograph in a letter', ({ scripts }) => {
  let mother: Page;
  let stranger: Page;
  let address: string;
  let sheet: string;
  let pictures: string[];

  beforeAll(async () => {
    mother = await begun.noras({ javaScriptEnabled: scripts });
    stranger = await begun.somebody({ javaScriptEnabled: false });
  });
  afterAll(async () => {
    await mother.context().close();
    await stranger.context().close();
  });

  test('is put between the paragraphs, with its caption and what it shows', async () => {
    sheet = await beginLetter(mother, site);
    await title(mother).fill(`The window ${scripts}`);
    await words(mother).fill(text);
    if (scripts) {
      await uploadsWhileWriting();
      await unfold(rows(mother));
    } else {
      await chooser(mother).setInputFiles(jpeg('hospital.jpg', photograph));
      await mother.getByRole('button', { name: 'Keep this draft' }).click();
      await rows(mother).waitFor();
      await unfold(rows(mother));
      await placeOf(mother).selectOption({ label: `After “${paragraphs[0]}”` });
    }
    await rows(mother).getByLabel('Words beneath the photograph').fill('The window.');
    await rows(mother).getByLabel('What it shows').fill('A window at night, and snow');
    if (scripts) await saved(mother);
    else await mother.getByRole('button', { name: 'Keep this draft' }).click();
    await mother.goto(`${site.url}${sheet}`);
    expect(await rows(mother).count()).toBe(1);
    expect(await placeOf(mother).locator('option:checked').textContent()).toBe(`After “${paragraphs[0]}”`);
    expect(await rows(mother).getByLabel('What it shows').inputValue()).toBe('A window at night, and snow');
    expect(await words(mother).inputValue()).toBe(scripts ? `${text} In March.` : text);
  });

  /** Twelve megapixels leave slowly while their mother goes on writing. */
  async function uploadsWhileWriting(): Promise<void> {
    await saved(mother);
    await words(mother).evaluate((field: HTMLTextAreaElement, caret) => {
      field.focus();
      field.setSelectionRange(caret, caret);
    }, paragraphs[0]!.length);
    await slowDown(mother, hardlyAnything());
    await chooser(mother).setInputFiles(jpeg('hospital.jpg', photograph));
    const row = mother.locator('.upload');
    expect(await row.locator('p').textContent()).toBe('hospital.jpg is on its way');
    expect(await row.getByRole('button', { name: 'Stop' }).isVisible()).toBe(true);
    const progress = row.locator('progress');
    const gone = () => progress.evaluate((bar: HTMLProgressElement) => bar.value);
    await eventually(gone).toBeGreaterThan(0);
    expect(await gone()).toBeLessThan(1);
    await words(mother).evaluate((field: HTMLTextAreaElement) =>
      field.setSelectionRange(field.value.length, field.value.length),
    );
    await words(mother).pressSequentially(' In March.');
    await slowDown(mother, -1);
    await rows(mother).waitFor();
    expect(await words(mother).inputValue()).toBe(`${text} In March.`);
    expect(await mother.locator('.upload').count()).toBe(0);
    const thumb = rows(mother).locator('img');
    await eventually(() => thumb.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(
      0,
    );
    expect(await placeOf(mother).locator('option:checked').textContent()).toBe(`After “${paragraphs[0]}”`);
    await movesWithItsParagraph();
  }

  async function movesWithItsParagraph(): Promise<void> {
    await words(mother).evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(0, 0));
    await words(mother).pressSequentially('Wren,\n\n');
    expect(await placeOf(mother).inputValue()).toBe('2');
    expect(await placeOf(mother).locator('option:checked').textContent()).toBe(`After “${paragraphs[0]}”`);
    for (const _ of 'Wren,\n\n') await words(mother).press('Backspace');
    expect(await placeOf(mother).inputValue()).toBe('1');
  }

  test('published to everyone, it stands where it was put', async () => {
    address = await publishToEveryone(mother);
    // The finer pictures are made after the answer.
    const made = async () => (await (await stranger.request.get(address)).text()).match(/<source/g)?.length;
    await eventually(made).toBe(3);
    await stranger.goto(address);
    const order = await stranger
      .locator('.words')
      .evaluate((all) =>
        [...all.children].map((one) => (one.matches('figure') ? 'figure' : one.textContent)),
      );
    expect(order.slice(0, 3)).toEqual([paragraphs[0], 'figure', paragraphs[1]]);
    expect(await stranger.locator('figcaption').textContent()).toBe('The window.');
    expect(await stranger.getByRole('img', { name: 'A window at night, and snow' }).count()).toBe(1);
  });

  test('no picture of it tells what the camera knew, and each is upright', async () => {
    const listed = await stranger
      .locator('.words source')
      .evaluateAll((sources) => sources.flatMap((source) => source.getAttribute('srcset')!.split(', ')));
    const paths = [
      ...listed.map((one) => one.split(' ')[0]!),
      (await stranger.locator('.words picture img').getAttribute('src'))!,
    ];
    pictures = [...new Set(paths)].map((path) => new URL(path, site.url).href);
    expect(pictures).toHaveLength(9);
    for (const url of pictures) {
      const answer = await stranger.request.get(url);
      expect(answer.status()).toBe(200);
      const bytes = await answer.body();
      const groups = Object.keys(ExifReader.load(bytes, { expanded: true, includeUnknown: true }));
      expect(
        groups.filter((group) => !['file', 'jfif', 'riff'].includes(group)),
        url,
      ).toEqual([]);
      const raw = bytes.toString('latin1');
      expect(
        Object.values(canaries).filter((canary) => raw.includes(canary)),
        url,
      ).toEqual([]);
      const { width, height } = await sharp(bytes).metadata();
      expect(height, url).toBeGreaterThan(width);
    }
  });

  test('taken back, none of its pictures is there any more', async () => {
    await mother.goto(`${site.url}${sheet}/publication`);
    await mother.getByRole('button', { name: 'Take it back' }).click();
    await mother.getByRole('heading', { name: 'Only you can see it now' }).waitFor();
    for (const url of pictures) expect((await stranger.request.get(url)).status(), url).toBe(404);
  });

  test.each([
    [
      'cut short',
      'cut.jpg',
      () => photograph.subarray(0, photograph.length >> 1),
      /“cut.jpg” stops in the middle/,
    ],
    ['a drawing that could carry scripts', 'drawn.jpg', () => svg, /“drawn.jpg” is not a JPEG, PNG or WebP/],
  ])('%s is refused in words, and the letter stays', async (_, name, bytes, sentence) => {
    await beginLetter(mother, site);
    await words(mother).fill(text);
    await chooser(mother).setInputFiles(jpeg(name, bytes()));
    if (!scripts) await mother.getByRole('button', { name: 'Keep this draft' }).click();
    await mother.getByText(sentence).waitFor();
    expect(await mother.getByText(sentence).textContent()).toMatch(/everything else is kept/i);
    expect(await words(mother).inputValue()).toBe(text);
    expect(await rows(mother).count()).toBe(0);
  });
});

describe('on a bad line', () => {
  let mother: Page;

  beforeAll(async () => {
    mother = await begun.noras();
    await beginLetter(mother, site);
    await words(mother).fill(text);
    await saved(mother);
  });
  afterAll(() => mother.context().close());

  test('what did not arrive can be sent again, and comes once', async () => {
    const small = await cameraPhotograph({ width: 800, height: 600 });
    await mother.route('**/photographs', (route) => route.abort());
    await chooser(mother).setInputFiles([jpeg('one.jpg', small), jpeg('two.jpg', small)]);
    const failed = mother.getByText(/“one.jpg” has not arrived/);
    await failed.waitFor();
    await mother.getByText(/“two.jpg” has not arrived/).waitFor();
    await mother.unroute('**/photographs');
    // The server takes it, and the answer is lost.
    await mother.route('**/photographs', async (route) => {
      await route.fetch();
      await route.abort();
    });
    const lost = mother.waitForEvent('requestfailed', (request) => request.url().endsWith('/photographs'));
    await mother.getByRole('button', { name: 'Try again' }).first().click();
    await lost;
    await failed.waitFor();
    await mother.unroute('**/photographs');
    for (const left of [2, 1]) {
      await mother.getByRole('button', { name: 'Try again' }).first().click();
      await eventually(() => rows(mother).count()).toBe(3 - left);
    }
    await saved(mother);
    await mother.reload();
    expect(await rows(mother).count()).toBe(2);
  });

  test('one that is stopped does not come', async () => {
    await slowDown(mother, hardlyAnything());
    // Else the line that is fast again takes the rest along before the browser has let go of it.
    const letGo = mother.waitForEvent('requestfailed', (request) => request.url().endsWith('/photographs'));
    await chooser(mother).setInputFiles(jpeg('three.jpg', photograph));
    await mother.getByRole('button', { name: 'Stop' }).click();
    await letGo;
    expect(await mother.locator('.upload').count()).toBe(0);
    await slowDown(mother, -1);
    await mother.reload();
    expect(await rows(mother).count()).toBe(2);
  });

  test('a button that is pressed meanwhile waits for it', async () => {
    await slowDown(mother, hardlyAnything());
    await chooser(mother).setInputFiles(jpeg('four.jpg', photograph));
    await mother.getByRole('button', { name: 'Choose who sees it' }).click();
    await mother.getByText('four.jpg is on its way').waitFor();
    await slowDown(mother, -1);
    await mother.waitForURL(/\/publication$/);
    await mother.goBack();
    await words(mother).waitFor();
    expect(await rows(mother).count()).toBe(3);
    await unfold(rows(mother).last());
    await rows(mother).last().getByLabel('Take this photograph out of the letter').check();
    await mother.getByRole('button', { name: 'Keep this draft' }).click();
    await eventually(() => rows(mother).count()).toBe(2);
  });

  test('one that is taken out goes, and comes back if the tick is taken away in time', async () => {
    // Not by what the sheet says meanwhile: that may be over before anybody looks.
    const arrives = async (act: () => Promise<void>): Promise<void> => {
      const arrived = mother.waitForResponse((answer) => answer.url().endsWith('/draft'));
      await Promise.all([arrived, act()]);
      await saved(mother);
    };
    const out = rows(mother).first().getByLabel('Take this photograph out of the letter');
    await unfold(rows(mother).first());
    await arrives(() => out.check());
    await arrives(() => out.uncheck());
    await mother.reload();
    expect(await rows(mother).count()).toBe(2);
    await unfold(rows(mother).first());
    await arrives(() => out.check());
    await mother.reload();
    expect(await rows(mother).count()).toBe(1);
  });
});

const svg = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><script>alert(1)</script><rect width="10" height="10"/></svg>',
);
