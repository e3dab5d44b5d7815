// @module-tag landing
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { startBegun } from '../test/begun-site.ts';
import { wren } from '../test/cast.ts';
import { examine } from '../test/examine.ts';
import { inBothWays, journey } from '../test/journey.ts';
import { beginLetter, eventually, press, publishToEveryone, title, words } from '../test/journeys.ts';
import type { RunningSite } from '../test/site.ts';

inBothWays('a mother changes her words, and her mind', ({ scripts }) => {
  let site: RunningSite;
  let mother: Page;
  let stranger: Page;
  let sheet: string;
  let address: string;

  journey(startBegun, { javaScriptEnabled: scripts }, async (begun) => {
    ({ site, mother } = begun);
    stranger = await begun.somebody();
  });

  /** The same screens without scripts are looked at once. */
  async function look(page: Page, name: string): Promise<void> {
    if (scripts) await examine(page, name);
  }

  test('what was changed is said, and the earlier words stay where they are cited', async () => {
    sheet = await beginLetter(mother, site);
    await title(mother).fill('The staircase');
    await words(mother).fill('Nobody said it goes down.\n\n  There was snow on it.');
    address = await publishToEveryone(mother);
    await mother.goto(`${site.url}${sheet}`);
    await words(mother).fill('Nobody said it goes down into the garden.\n\n  There was snow on it, and you.');
    await press(mother, mother.getByRole('button', { name: 'Look at the change' }));
    await press(mother, mother.getByRole('button', { name: 'Publish the change' }));
    await stranger.goto(address);
    expect(await stranger.locator('.words').textContent()).toContain('into the garden');
    await press(stranger, stranger.getByRole('link', { name: /^changed on/ }));
    expect(new URL(stranger.url()).pathname).toBe('/wren/the-staircase/versions/1');
    expect(await stranger.locator('.words').textContent()).toBe(
      'Nobody said it goes down.\n\n  There was snow on it.',
    );
    await look(stranger, 'version');
    await stranger.goto(`${site.url}/ar/wren/the-staircase/versions/1`);
    expect(await stranger.getAttribute('html', 'dir')).toBe('rtl');
    await look(stranger, 'version-ar');
    await press(stranger, stranger.getByRole('link', { name: 'الكلمات كما هي الآن' }));
    expect(new URL(stranger.url()).pathname).toBe('/ar/wren/the-staircase');
  });

  test('the family compares the two, word by word', async () => {
    await mother.goto(`${site.url}/home`);
    await press(mother, mother.getByRole('link', { name: wren.called }).first());
    await press(mother, mother.getByRole('link', { name: 'The staircase' }));
    await press(mother, mother.getByRole('link', { name: /^changed on/ }));
    await mother.getByRole('heading', { name: 'Earlier words' }).waitFor();
    await look(mother, 'versions');
    await press(mother, mother.getByRole('button', { name: 'Compare these two' }));
    const came = await mother.locator('.compared ins').allTextContents();
    expect(came.map((text) => text.replace(/ new here: | end of what is new\. /g, ''))).toEqual([
      ' into the garden',
      ', and you',
    ]);
    await look(mother, 'compared');
  });

  test('what is not wanted goes into the bin, and comes back', async () => {
    await mother.goto(`${site.url}${sheet}`);
    await mother.getByText('Put it away').click();
    await look(mother, 'not-wanted');
    await press(mother, mother.getByRole('button', { name: 'Put it into the bin' }));
    expect(await mother.textContent('h1')).toBe('The bin');
    for (const path of ['', '/versions/1', '/versions/2'])
      expect((await stranger.goto(`${address}${path}`))?.status()).toBe(404);
    await look(mother, 'bin');
    await press(mother, mother.getByRole('button', { name: 'Bring it back' }));
    await eventually(() => words(mother).inputValue()).toContain('into the garden');
    expect((await stranger.goto(address))?.status()).toBe(404);
    expect(await publishToEveryone(mother)).toBe(address);
    expect((await stranger.goto(`${address}/versions/1`))?.status()).toBe(200);
  });

  test('what is erased is asked about once, and is gone', async () => {
    const other = await beginLetter(mother, site);
    await title(mother).fill('Not this one');
    await words(mother).fill('Written in the night.');
    await press(mother, mother.getByRole('button', { name: 'Keep this draft' }));
    await mother.getByText('Put it away').click();
    await press(mother, mother.getByRole('button', { name: 'Put it into the bin' }));
    await press(mother, mother.getByRole('link', { name: 'Erase now' }));
    await look(mother, 'erasure');
    await press(mother, mother.getByRole('button', { name: 'Erase it for good' }));
    await mother.getByText('Nothing is here.').waitFor();
    expect((await mother.goto(`${site.url}${other}`))?.status()).toBe(404);
  });

  test('the memories stand in the order that she sets, and as they happened again', async () => {
    for (const [name, year] of [
      ['The hat', '2019'],
      ['The window', '2020'],
    ] as const) {
      await beginLetter(mother, site);
      await title(mother).fill(name);
      await words(mother).fill(`${name}.`);
      await mother.getByText(/who signs, the language$/).click();
      await mother.locator('[name=memory-year]').fill(year);
      await publishToEveryone(mother);
    }
    const order = async (): Promise<string[]> => {
      await stranger.goto(`${site.url}/wren`);
      return stranger.locator('.memory h2').allTextContents();
    };
    expect(await order()).toEqual(['The hat', 'The window', 'The staircase']);
    await mother.goto(`${site.url}/home`);
    await press(mother, mother.getByRole('link', { name: wren.called }).first());
    await press(mother, mother.getByRole('link', { name: 'The order of the memories' }));
    await look(mother, 'order');
    await press(mother, mother.getByRole('button', { name: /^Earlier[^]*The staircase/ }));
    expect(await order()).toEqual(['The hat', 'The staircase', 'The window']);
    await mother.getByLabel(/Place of[^]*The window/).fill('x');
    await mother.keyboard.press('Enter');
    await mother.getByText('A place is a whole number').waitFor();
    await look(mother, 'order-refused');
    expect(await mother.getByLabel(/Place of[^]*The window/).inputValue()).toBe('x');
    await mother.getByLabel(/Place of[^]*The window/).fill('1');
    await Promise.all([mother.waitForEvent('load'), mother.keyboard.press('Enter')]);
    expect(await order()).toEqual(['The window', 'The hat', 'The staircase']);
    await press(mother, mother.getByRole('button', { name: 'In the order they happened again' }));
    expect(await order()).toEqual(['The hat', 'The window', 'The staircase']);
  });
});
