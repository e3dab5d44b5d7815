// @module-tag landing
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { type Begun, startBegun } from '../test/begun-site.ts';
import { examine } from '../test/examine.ts';
import { inBothWays, journey } from '../test/journey.ts';
import { beginLetter, eventually, press, publishToEveryone, title, words } from '../test/journeys.ts';
import type { RunningSite } from '../test/site.ts';

// Defne begins a translation and goes away; Maud goes on from her words; later Hakan makes a new one.

inBothWays('a translation is handed on', ({ scripts }) => {
  let somebody: Begun['somebody'];
  let site: RunningSite;
  let mother: Page;
  let translations: string;
  let letter: string;

  const look = async (page: Page, name: string) => scripts && examine(page, name);
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name });
  const field = (page: Page, number: number) => page.getByLabel(`Paragraph ${number}, Turkish`);

  async function keeps(page: Page): Promise<void> {
    if (scripts) await eventually(() => page.locator('.saved').textContent()).toBe('Saved');
    else await press(page, button(page, 'Keep this draft'));
  }

  /** Opens the link that is shown to the mother, in a browser of somebody else. */
  async function isLetIn(): Promise<Page> {
    const page = await somebody();
    await page.goto(await mother.getByLabel('The link to hand over').inputValue());
    await press(page, button(page, 'Begin'));
    return page;
  }

  async function opens(): Promise<void> {
    await mother.goto(`${site.url}${translations}`);
    await press(mother, link(mother, /Turkish/));
  }

  journey(startBegun, { javaScriptEnabled: scripts }, async (begun) => {
    ({ site, mother, somebody } = begun);
    letter = await beginLetter(mother, site);
    await title(mother).fill('A year of you');
    await words(mother).fill('The first year is a staircase.\n\nThere was snow on it.');
    await publishToEveryone(mother);
    translations = `${letter}/translations`;
  });

  test('its first translator writes half of it', async () => {
    await mother.goto(`${site.url}${translations}`);
    await mother.getByLabel('Their name').fill('Defne');
    await mother.getByLabel('Into which language').first().fill('Turkish');
    await press(mother, button(mother, 'Ask them'));
    const defne = await isLetIn();
    await defne.getByLabel('The title').fill('Seninle bir yıl');
    await field(defne, 1).fill('İlk yıl bir merdivendir.');
    await keeps(defne);
    await defne.close();
  });

  test('the mother hands it on, and a form without a name loses nothing', async () => {
    await opens();
    await mother.getByText('Let somebody else go on with it').click();
    await look(mother, 'handing-on');
    await mother.getByLabel('Their mail address').fill('maud@translator.example');
    await press(mother, button(mother, 'Ask them'));
    expect(await mother.getByLabel('Their mail address').inputValue()).toBe('maud@translator.example');
    await mother.getByLabel('Their name').fill('Maud');
    await press(mother, button(mother, 'Ask them'));
    await mother.getByText('Maud is translating.').waitFor();
  });

  test('the second goes on from there, and both are named beneath it', async () => {
    const maud = await isLetIn();
    await maud.getByText('Defne began this.').waitFor();
    expect(await field(maud, 1).inputValue()).toBe('İlk yıl bir merdivendir.');
    await look(maud, 'handed-on');
    await field(maud, 2).fill('Üstünde kar vardı.');
    await press(maud, button(maud, 'Offer it to the parents'));
    await opens();
    expect(await mother.textContent('main')).toContain('with Defne ve Maud named as its translator');
    await press(mother, button(mother, 'Approve it'));
    await mother.getByText('Readers have this, with Defne ve Maud named as its translator.').waitFor();
    await maud.close();
  });

  test('a new one is asked for, and takes its place once it is approved', async () => {
    await mother.getByText('Ask for a new translation').click();
    await look(mother, 'asking-anew');
    await mother.getByLabel('Their name').fill('Hakan');
    await press(mother, button(mother, 'Ask them'));
    const hakan = await isLetIn();
    expect(await field(hakan, 1).inputValue()).toBe('');
    await opens();
    await mother.getByText('Readers have what was approved before.').waitFor();
    await look(mother, 'asked-anew');
    await hakan.getByLabel('The title').fill('Seninle geçen bir yıl');
    await field(hakan, 1).fill('Birinci yıl merdivenmiş.');
    await field(hakan, 2).fill('Kar yağmıştı üstüne.');
    await press(hakan, button(hakan, 'Offer it to the parents'));
    await opens();
    await press(mother, button(mother, 'Approve it'));
    const reader = await somebody();
    await reader.goto(`${site.url}/wren/a-year-of-you/in/tr`);
    expect(await reader.textContent('main')).toContain('Birinci yıl merdivenmiş.');
    await reader.goto(`${site.url}/wren/a-year-of-you/in/tr/versions/1`);
    const before = (await reader.textContent('main')) ?? '';
    for (const one of ['İlk yıl bir merdivendir.', 'Defne ve Maud']) expect(before).toContain(one);
    await hakan.close();
    await reader.close();
  });
});
