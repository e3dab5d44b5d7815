// @module-tag landing
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { type Begun, startBegun } from '../test/begun-site.ts';
import { cameraPhotograph } from '../test/camera.ts';
import { examine } from '../test/examine.ts';
import { inBothWays, journey } from '../test/journey.ts';
import { eventually, press, publishToEveryone, title, unfold } from '../test/journeys.ts';
import type { RunningSite } from '../test/site.ts';

inBothWays('one tribute of each kind', ({ scripts }) => {
  let site: RunningSite;
  let mother: Page;
  let stranger: Page;
  let somebody: Begun['somebody'];

  journey(startBegun, { javaScriptEnabled: scripts }, async (begun) => {
    ({ site, mother, somebody } = begun);
    // axe needs scripts of its own; ours are on no public page.
    stranger = await somebody({ javaScriptEnabled: true });
  });

  async function begin(kind: string): Promise<void> {
    await mother.goto(`${site.url}/home`);
    await press(mother, mother.getByRole('link', { name: 'Wren' }).first());
    await mother.getByRole('button', { name: kind }).click();
    await mother.locator('textarea[name=text]').waitFor();
  }

  async function add(...shapes: [width: number, height: number][]): Promise<void> {
    const files = await Promise.all(
      shapes.map(async ([width, height], at) => ({
        name: `photograph-${at}.jpg`,
        mimeType: 'image/jpeg',
        buffer: await cameraPhotograph({ width, height, orientation: 1 }),
      })),
    );
    await mother.locator('input[type=file]').setInputFiles(files);
    if (!scripts) await press(mother, mother.getByRole('button', { name: 'Keep this draft' }));
    await mother
      .locator('.dropped')
      .nth(shapes.length - 1)
      .waitFor();
  }

  /** The same screens without scripts are looked at once. */
  async function look(page: Page, name: string): Promise<void> {
    if (scripts) await examine(page, name);
  }

  test('photographs, as an album', async () => {
    await begin('Add photographs');
    await look(mother, 'sheet-album-empty');
    await add([480, 320], [320, 480], [320, 480], [480, 480]);
    await mother.getByLabel('Words beneath the photograph').first().fill('The window.');
    await title(mother).fill('The first photographs');
    await mother.getByLabel('A few words, if you like').fill('From the hospital.');
    await mother.getByLabel('Year').fill('2023');
    await look(mother, 'sheet-album');
    expect(await publishToEveryone(mother)).toBe(`${site.url}/wren/the-first-photographs`);
  });

  test('a chapter that belongs to them, and another one', async () => {
    await begin('A chapter of the story');
    await title(mother).fill('The morning');
    await mother.getByLabel('What happened, in your words').fill('It snowed.\n\nNobody had said it would.');
    await mother.getByText('Belongs to another memory').click();
    await mother
      .getByLabel('The memory it belongs to')
      .selectOption({ label: 'The first photographs · 2023' });
    await mother.getByLabel('How, in your words').fill('this is the day of those first photographs');
    await look(mother, 'sheet-chapter');
    await publishToEveryone(mother);
    await begin('A chapter of the story');
    await title(mother).fill('Before');
    await mother.getByLabel('What happened, in your words').fill('We had painted the room.');
    await publishToEveryone(mother);
    await mother.goto(`${site.url}/home`);
    await press(mother, mother.getByRole('link', { name: 'Wren' }).first());
    await press(mother, mother.getByRole('link', { name: 'The whole story' }).first());
    await look(mother, 'story-home');
    await mother.getByRole('button', { name: 'Later' }).click();
    await expect
      .poll(() => mother.locator('.chapter-whole h2').allTextContents())
      .toEqual(['Before', 'The morning']);
  });

  test('a keepsake, under a cover in her words', async () => {
    await begin('A keepsake');
    await mother.getByLabel('What it is').selectOption({ label: 'Footprints' });
    await add([480, 360]);
    await mother.getByText('A cover over all of it', { exact: true }).click();
    await mother.getByLabel('Lay a cover over the words and photographs').check();
    await mother.locator('[name=cover-words]').fill('Your feet, as they were. Look if you can.');
    await mother.getByLabel('A few words about it, if you like').fill('The midwife took them.');
    await look(mother, 'sheet-keepsake');
    await publishToEveryone(mother);
  });

  test('the farewell, with its place', async () => {
    await begin('The farewell');
    await mother.getByLabel('Where it was').fill('Under the rowan');
    await mother.getByLabel('Day', { exact: true }).fill('20');
    await mother.getByLabel('Month').selectOption('2');
    await mother.getByLabel('Year').fill('2023');
    await mother.getByLabel('How it was, in your words').fill('Four of us and the wind.');
    await look(mother, 'sheet-farewell');
    await publishToEveryone(mother);
  });

  test('a letter to somebody else, with one photograph covered', async () => {
    await begin('Write to Wren');
    await title(mother).fill('What you carried');
    await mother.getByLabel('Your words to Wren').fill('Dear Mum,\n\nyou held her too.');
    await add([360, 480]);
    await unfold(mother.locator('.dropped'));
    await mother.getByText('A cover over this photograph', { exact: true }).click();
    await mother.getByLabel('Lay a cover over this photograph').check();
    await mother.getByText('To whom, when, who signs, the language').click();
    await mother.getByLabel('To whom it is written').fill('Grandma');
    await look(mother, 'sheet-letter');
    await publishToEveryone(mother);
    await mother.goto(`${site.url}/home`);
    await press(mother, mother.getByRole('link', { name: 'Wren' }).first());
    await look(mother, 'child-home');
  });

  test.each([
    { prefix: '', said: ['Footprints', 'The farewell to Wren', 'A letter to Grandma', 'The story of Wren'] },
    {
      prefix: '/ar',
      said: [
        'بصمة القدمين',
        'وداع \u2068Wren\u2069',
        'رسالة إلى \u2068Grandma\u2069',
        'قصة \u2068Wren\u2069',
      ],
    },
  ])('a stranger reads them at $prefix/', async ({ prefix, said }) => {
    const at = (path: string) => stranger.goto(`${site.url}${prefix}${path}`);
    const [footprints = '', farewell = '', letter = '', story = ''] = said;
    const name = prefix.slice(1) || 'en';
    await at('/wren');
    await look(stranger, `child-${name}`);
    for (const words of [footprints, farewell, letter])
      expect(await stranger.textContent('main')).toContain(words);
    expect(await stranger.locator('script').count()).toBe(0);
    await at('/wren/story');
    await look(stranger, `story-${name}`);
    expect(await stranger.textContent('h1')).toBe(story);
    expect(await stranger.locator('.chapter-whole h2').allTextContents()).toEqual(['Before', 'The morning']);
    await at('/wren/the-first-photographs');
    await look(stranger, `album-${name}`);
    expect(await stranger.locator('.album figure').count()).toBe(4);
    await press(stranger, stranger.locator('.belongs a'));
    expect(new URL(stranger.url()).pathname).toBe(`${prefix}/wren/the-morning`);
    await look(stranger, `chapter-${name}`);
    expect(await stranger.textContent('.belongs')).toContain('this is the day of those first photographs');
    await press(stranger, stranger.locator('.story-ways [rel=prev]'));
    expect(new URL(stranger.url()).pathname).toBe(`${prefix}/wren/before`);
    await at('/wren/farewell-1');
    await look(stranger, `farewell-${name}`);
    expect(await stranger.textContent('.when')).toContain('Under the rowan');
  });

  test.each([
    { path: '/wren/keepsake-1', name: 'keepsake' },
    { path: '/wren/what-you-carried', name: 'letter' },
  ])('a covered picture at $path is fetched when somebody chose to look, and not before', async (one) => {
    // In a browser of its own: what another page still asked for would count.
    const reader = await somebody({ javaScriptEnabled: true });
    const fetched: string[] = [];
    reader.on('request', (request) => {
      const path = new URL(request.url()).pathname;
      if (path.startsWith('/pictures/')) fetched.push(path);
    });
    await reader.goto(`${site.url}${one.path}`, { waitUntil: 'networkidle' });
    await look(reader, `${one.name}-covered`);
    expect(fetched).toEqual([]);
    await reader.emulateMedia({ media: 'print' });
    expect(await reader.locator('.cover figure').isVisible()).toBe(false);
    await reader.emulateMedia({ media: 'screen' });
    await reader.locator('.cover summary').click();
    await reader.locator('.cover figure picture img').scrollIntoViewIfNeeded();
    await eventually(async () => fetched.length).toBeGreaterThan(0);
    await look(reader, `${one.name}-opened`);
    if (one.name === 'letter')
      expect(await reader.textContent('.cover .says')).toContain('The family has laid a cover over this.');
    await reader.context().close();
  });
});
