import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { startBegun } from '../test/begun-site.ts';
import { cameraPhotograph } from '../test/camera.ts';
import { inBothWays, journey } from '../test/journey.ts';
import { beginLetter, press, title, words } from '../test/journeys.ts';
import type { RunningSite } from '../test/site.ts';

const grandmother = { name: 'Liv Lind', signsAs: 'Grandmother Liv' };

inBothWays('who may see what', ({ scripts }) => {
  let site: RunningSite;
  let mother: Page;
  let liv: Page;
  let singer: Page;
  let stranger: Page;
  let sheet = '';
  let key = '';
  let link = '';
  let withWren = '';
  const letter = 'Wren, the whole street left its lights on.';

  const status = async (page: Page, path: string): Promise<number> =>
    (await page.request.get(`${site.url}${path}`, { maxRedirects: 0 })).status();
  /** What somebody finds of the letter on the page that is open to them. */
  const finds = async (page: Page): Promise<boolean> => {
    await page.goto(`${site.url}${withWren}`);
    return ((await page.textContent('body')) ?? '').includes(letter);
  };

  journey(startBegun, { javaScriptEnabled: scripts }, async (begun) => {
    ({ site, mother } = begun);
    [liv, singer] = [await begun.somebody(), await begun.somebody()];
    stranger = await begun.somebody({ javaScriptEnabled: false });
    withWren = new URL(mother.url()).pathname.replace('/home/memorials', '/with');
  });

  test('a grandmother is invited, and reads nothing before something is for her', async () => {
    await mother.goto(`${site.url}/home/family`);
    await mother.locator('[name=name]').last().fill(grandmother.name);
    await mother.locator('[name=role][value=relative]').check();
    await press(mother, mother.getByRole('button', { name: 'Invite' }));
    const invitation = await mother.locator('input[readonly]').inputValue();
    await liv.goto(invitation);
    await liv.getByLabel('Your name').fill(grandmother.name);
    await press(liv, liv.getByRole('button', { name: 'Join' }));
    expect(await status(liv, withWren)).toBe(404);
  });

  test('a letter for family and friends opens the page to them, and she reads it, picture and all', async () => {
    sheet = await beginLetter(mother, site);
    await title(mother).fill('The lights');
    await words(mother).fill(letter);
    await mother.locator('input[type=file]').setInputFiles({
      name: 'lights.jpg',
      mimeType: 'image/jpeg',
      buffer: await cameraPhotograph({ width: 320, height: 240, orientation: 1 }),
    });
    await press(mother, mother.getByRole('button', { name: 'Keep this draft' }));
    await press(mother, mother.getByRole('button', { name: 'Choose who sees it' }));
    await publishFor('circle', 'Show it to them');
    expect(await mother.textContent('h1')).toBe('The people you invited can read it now');
    expect(await finds(liv)).toBe(true);
    expect(await liv.textContent('main')).toContain('You read this as one of the family and friends.');
    const picture = await liv.locator('main picture img').first().getAttribute('src');
    expect(picture).toMatch(/^\/with\/photographs\//);
    expect(await status(liv, picture!)).toBe(200);
    expect(await status(singer, withWren)).toBe(303);
    expect(await status(singer, picture!)).toBe(303);
    expect(await status(stranger, '/wren')).toBe(404);
  });

  test('the choir gets a key, and nothing that is not for it', async () => {
    await mother.goto(`${site.url}${withWren.replace('/with', '/home/memorials')}/keys`);
    expect(await mother.textContent('main')).toContain('a key opens nothing yet');
    await mother.getByLabel('For whom').fill('For the choir');
    await press(mother, mother.getByRole('button', { name: 'Make the key' }));
    link = await mother.locator('input[readonly]').inputValue();
    key = (await mother.locator('.spoken-key').textContent())?.trim() ?? '';
    expect(link).toBe(`${site.url}/key#${key}`);
    await giveIn();
    // The page is for family and friends: the key opens nothing of it yet.
    expect(await status(singer, withWren)).toBe(404);
    await mother.goto(`${site.url}${sheet}/publication`);
    await publishFor('link', 'Publish for those with the link');
    expect(await finds(singer)).toBe(true);
    expect(await singer.textContent('main')).toContain('with a key from the family');
    expect(await finds(liv)).toBe(true);
    expect(await status(stranger, withWren)).toBe(303);
  });

  test('taken back, the key opens nothing from that moment on, page and picture', async () => {
    const picture = (await singer.locator('main picture img').first().getAttribute('src'))!;
    expect(await status(singer, picture)).toBe(200);
    await mother.goto(`${site.url}${withWren.replace('/with', '/home/memorials')}/keys`);
    await press(mother, mother.getByRole('button', { name: 'Take it back' }));
    expect(await mother.textContent('main')).toContain('taken back on');
    expect(await status(singer, withWren)).toBe(303);
    expect(await status(singer, picture)).toBe(303);
    // What stood in the browser of the choir is gone when it is loaded anew.
    await singer.reload();
    expect(new URL(singer.url()).pathname).not.toBe(withWren);
    expect(await singer.textContent('body')).not.toContain(letter);
    await singer.goto(`${site.url}/key`);
    await singer.getByLabel('The key').fill(key.toUpperCase().replaceAll('-', ' '));
    await press(singer, singer.getByRole('button', { name: 'Open' }));
    expect(await singer.textContent('main')).toContain('This key opens nothing.');
    expect(await singer.getByLabel('The key').inputValue()).toBe(key.toUpperCase().replaceAll('-', ' '));
    expect(await finds(liv)).toBe(true);
  });

  test('published to everyone it is on the page, in the feed and at its picture; narrowed, in none of them', async () => {
    await mother.goto(`${site.url}${sheet}/publication`);
    await publishFor('everyone', 'Publish to everyone');
    await stranger.goto(`${site.url}/wren/the-lights`);
    expect(await stranger.textContent('.words')).toContain(letter);
    const picture = (await stranger.locator('main picture img').first().getAttribute('src'))!;
    const places = ['/wren/the-lights', '/ar/wren/the-lights', picture];
    for (const path of places) expect([path, await status(stranger, path)]).toEqual([path, 200]);
    const feeds = async () =>
      Promise.all(
        ['atom', 'json'].map(async (kind) =>
          (await stranger.request.get(`${site.url}/wren/feed.${kind}`)).text(),
        ),
      );
    for (const feed of await feeds()) expect(feed).toContain(letter);
    await mother.goto(`${site.url}${sheet}/publication`);
    await publishFor('only-us', 'Keep it for us');
    expect(await mother.textContent('main')).toContain('What nobody can call back');
    for (const path of places) expect([path, await status(stranger, path)]).toEqual([path, 404]);
    for (const feed of await feeds()) expect(feed).not.toContain(letter);
    // What this browser kept, page and picture, is gone at the next look too.
    expect((await stranger.reload())?.status()).toBe(404);
    expect(await stranger.textContent('body')).not.toContain(letter);
    expect((await stranger.goto(`${site.url}${picture}`))?.status()).toBe(404);
    await stranger.goto(`${site.url}/wren`);
    expect(await stranger.textContent('body')).not.toContain(letter);
    // What the browser still showed is gone with the next look.
    expect(await finds(liv)).toBe(false);
    expect(await status(liv, `${withWren}/the-lights`)).toBe(404);
  });

  test('the page itself narrowed says what cannot be called back, and is gone for everybody else', async () => {
    await mother.goto(`${site.url}${withWren.replace('/with', '/home/memorials')}/opening`);
    await press(mother, mother.getByRole('button', { name: 'Close the page' }));
    expect(await mother.textContent('main')).toContain('What nobody can call back');
    expect(await status(stranger, '/wren')).toBe(404);
    expect(await status(liv, withWren)).toBe(404);
  });

  /** On the sheet that says who sees it. */
  async function publishFor(audience: string, verb: string): Promise<void> {
    await mother.locator(`[name=audience][value=${audience}]`).check();
    await press(mother, mother.getByRole('button', { name: verb }));
  }

  /** By the link where scripts take the key out of it, else by typing what was heard on the telephone. */
  async function giveIn(): Promise<void> {
    if (scripts) {
      await singer.goto(link);
      await singer.waitForURL((url) => url.pathname !== '/key');
      expect(singer.url()).not.toContain(key);
      return;
    }
    await singer.goto(`${site.url}/key`);
    await singer.getByLabel('The key').fill(` ${key.toUpperCase().replaceAll('-', ' ')} `);
    await press(singer, singer.getByRole('button', { name: 'Open' }));
  }
});
