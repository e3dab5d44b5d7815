// @module-tag landing
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { wren } from '../test/cast.ts';
import { type ClockedSite, startClockedSite } from '../test/clocked-site.ts';
import { inBothWays, journey } from '../test/journey.ts';
import { beginLetter, beginMemorial, claimSite, eventually, press, title, words } from '../test/journeys.ts';

inBothWays('a letter for a day to come', ({ scripts }) => {
  let site: ClockedSite;
  let mother: Page;
  let sheet: string;

  const start = async () => ({ site: await startClockedSite('2024-02-10T09:00:00.000Z') });
  const options = { javaScriptEnabled: scripts, timezoneId: 'America/St_Johns' };
  journey(start, options, async (begun) => {
    ({ site } = begun);
    mother = await begun.somebody();
    await claimSite(mother, site);
    await beginMemorial(mother, site);
  });

  const presses = (name: string) => press(mother, mother.getByRole('button', { name, exact: true }));

  async function choose(day: string, month: string, year: string, time: string): Promise<void> {
    await mother.getByLabel('At a time you choose').check();
    await mother.getByLabel('Day', { exact: true }).fill(day);
    await mother.getByLabel('Month').selectOption(month);
    await mother.getByLabel('Year').fill(year);
    await mother.getByLabel('Time', { exact: true }).fill(time);
  }

  test('asks for a moment only where one is wanted, and says what is wrong with it', async () => {
    const path = await beginLetter(mother, site);
    sheet = `${site.url}${path}/publication`;
    await title(mother).fill('A year of you');
    await words(mother).fill('Today you would be one.');
    await presses('Choose who sees it');
    expect(await mother.getByLabel('The place whose clock counts').isVisible()).toBe(false);
    await mother.locator('[name=audience][value=everyone]').check();
    await choose('14', '2', '1970', '07:30');
    const zone = mother.getByLabel('The place whose clock counts');
    expect(await zone.inputValue()).toBe(scripts ? 'America/St_Johns' : '');
    await zone.selectOption('Europe/Berlin');
    await presses('Set it for this time');
    expect(await mother.textContent('.wrong')).toContain('This moment is over');
    expect(await mother.getByLabel('Year').inputValue()).toBe('1970');
    expect(await zone.inputValue()).toBe('Europe/Berlin');
  });

  test('is set, and shown to the family with its moment; readers find nothing', async () => {
    await choose('14', '2', '2024', '07:30');
    await presses('Set it for this time');
    const page = (await mother.textContent('main')) ?? '';
    expect(page).toContain('Wednesday, 14 February 2024 at 07:30, Berlin time');
    expect(page.includes('On the clock of this device')).toBe(scripts);
    if (scripts) expect(page).toContain('03:00');
    expect((await fetch(`${site.url}/wren`)).status).toBe(404);
    await mother.goto(`${site.url}/home`);
    expect(await mother.textContent('main')).toContain('Wednesday, 14 February 2024 at 07:30');
    await press(mother, mother.getByRole('link', { name: wren.called }).first());
    await mother.getByText('What waits for its moment').waitFor();
  });

  test('keeps its words, whatever is written after', async () => {
    await mother.goto(sheet.replace('/publication', ''));
    await words(mother).fill('Words that I am still looking for.');
    await presses('Keep this draft');
    await mother.goto(sheet);
    expect(await mother.textContent('main')).toContain('does not go out');
  });

  test('is stopped, and set again', async () => {
    await presses('Do not publish it');
    await words(mother).fill('Today you would be one.');
    await presses('Choose who sees it');
    await mother.locator('[name=audience][value=everyone]').check();
    await choose('14', '2', '2024', '08:00');
    expect(await mother.getByLabel('The place whose clock counts').inputValue()).toBe('Europe/Berlin');
    await presses('Set it for this time');
    expect(await mother.textContent('main')).toContain('08:00, Berlin time');
  });

  test('goes out by itself at its moment, and tells the day on the family’s clock', async () => {
    site.clock.set('2024-02-14T07:00:01.000Z');
    await eventually(async () => (await fetch(`${site.url}/wren/a-year-of-you`)).status).toBe(200);
    const page = await (await fetch(`${site.url}/wren/a-year-of-you`)).text();
    expect(page).toContain('Today you would be one.');
    expect(page).toContain('Wednesday, 14 February 2024');
  });

  test('a letter only for her is kept, and never asks about anybody else', async () => {
    await mother.goto(`${site.url}/home`);
    await press(mother, mother.getByRole('link', { name: wren.called }).first());
    await presses('A letter only for you');
    await words(mother).fill('Only between us.');
    await presses('Keep it for me');
    expect(await mother.getByRole('button', { name: /publish/i }).count()).toBe(0);
    expect(await mother.getByLabel('Never').isChecked()).toBe(true);
    await presses('Keep it for me');
    await mother.goto(`${site.url}/home`);
    await press(mother, mother.getByRole('link', { name: wren.called }).first());
    await mother.getByText('Only between us.').waitFor();
    expect(await (await fetch(`${site.url}/wren`)).text()).not.toContain('Only between us.');
  });
});
