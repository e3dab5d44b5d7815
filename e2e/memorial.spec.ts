import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { startBegun } from '../test/begun-site.ts';
import { wren } from '../test/cast.ts';
import { inBothWays, journey } from '../test/journey.ts';
import { press } from '../test/journeys.ts';
import type { RunningSite } from '../test/site.ts';

inBothWays('everything that is kept about a child', ({ scripts }) => {
  let site: RunningSite;
  let mother: Page;
  let stranger: Page;
  let home: string;

  journey(startBegun, { javaScriptEnabled: scripts }, async (begun) => {
    ({ site, mother } = begun);
    stranger = await begun.somebody({ javaScriptEnabled: false });
    home = mother.url();
  });

  const unfold = (summary: string) => mother.locator('summary', { hasText: summary }).first().click();
  const part = (summary: string) =>
    mother.locator('details', { has: mother.locator('summary', { hasText: summary }) }).first();
  const keep = () => press(mother, mother.getByRole('button', { name: 'Keep this' }));

  test('a mother writes down what she wishes, and a day that does not exist loses nothing of it', async () => {
    await press(mother, mother.getByRole('link', { name: 'Name, days, portrait' }));
    await mother.locator('[name=pronunciation]').fill('ren');
    await unfold('Other names');
    await mother.locator('[name=name-0]').fill('نور');
    await mother.locator('[name=name-0-pronunciation]').fill('noor');
    await unfold('Pronouns');
    await mother.getByLabel('she', { exact: true }).check();
    await unfold('Born');
    const born = part('Born');
    await born.getByLabel('Day', { exact: true }).fill('30');
    await born.getByLabel('Month').selectOption('2');
    await born.getByLabel('Year').fill(wren.born.year);
    await born.getByLabel('Where, if you like').fill('in the room above the river');
    await unfold('Another day');
    await part('Another day').getByLabel('Year').fill('2022');
    await part('Another day').getByLabel('What day it is').fill('we told your grandmother in');
    await unfold('Your own words instead');
    await mother.locator('[name=own-en-born]').fill('born asleep on');
    await unfold('Weight, length');
    await mother.getByLabel('Weight', { exact: true }).fill('2,340 g');
    await unfold('A resting place');
    await mother.locator('[name=resting-place]').fill('With the sea');
    await unfold('What happened');
    await mother.locator('[name=loss]').fill('stillborn');
    await unfold('Sisters and brothers');
    await mother.locator('[name^=sibling-new-]').first().fill('Juno');
    await keep();
    expect(await mother.textContent('.wrong')).toContain('does not exist');
    expect(await part('Another day').getByLabel('What day it is').inputValue()).toContain('grandmother');
    await part('Born').getByLabel('Day', { exact: true }).fill(wren.born.day);
    await keep();
    expect(mother.url()).toBe(home);
    const header = await mother.textContent('header.child');
    expect(header).toContain('born asleep on 14 February 2023, in the room above the river');
    expect(header).toContain('we told your grandmother in 2022');
    for (const words of [
      'ren',
      'نور',
      'noor',
      '2,340 g',
      'With the sea',
      'In her family',
      'Juno',
      'stillborn',
    ])
      expect(header).toContain(words);
  });

  test('a stranger sees of it what she ticks, in English and in Arabic', async () => {
    await press(mother, mother.getByRole('link', { name: 'Who can find this page' }));
    await mother.locator('[name=audience][value=everyone]').check();
    await mother.getByLabel('The address of the page').fill('Little Wren');
    await mother.getByLabel('The measures').check();
    await mother.getByLabel('The sisters and brothers').check();
    await mother.getByRole('button', { name: 'Open the page' }).click();
    await stranger.goto(`${site.url}/little-wren`);
    const header = await stranger.textContent('header.child');
    expect(header).toContain('2,340 g');
    expect(header).toContain('Juno');
    expect(header).not.toMatch(/stillborn|sea/);
    await stranger.goto(`${site.url}/ar/little-wren`);
    const arabic = await stranger.textContent('header.child');
    expect(arabic).toContain('الميلاد في');
    expect(arabic).toContain('في عائلتها');
    expect(arabic).not.toContain('born asleep on');
  });

  test('a new address takes over from the old one', async () => {
    await mother.goto(`${home}/opening`);
    await mother.getByLabel('The address of the page').fill('Wren');
    await mother.getByRole('button', { name: 'Keep this' }).click();
    await stranger.goto(`${site.url}/ar/little-wren`);
    expect(new URL(stranger.url()).pathname).toBe('/ar/wren');
    expect(await stranger.textContent('h1')).toBe(wren.called);
  });

  test('the page rests and comes back', async () => {
    await mother.goto(`${home}/opening`);
    await mother.getByRole('button', { name: 'Let it rest' }).click();
    await mother.getByText('This page rests. Only your family sees it.').waitFor();
    expect((await stranger.goto(`${site.url}/wren`))?.status()).toBe(404);
    await mother.getByRole('button', { name: 'Let it come back' }).click();
    await mother.getByText('Everyone can read this page').waitFor();
    expect((await stranger.goto(`${site.url}/wren`))?.status()).toBe(200);
  });

  test('going away is asked first, and can be taken back', async () => {
    await mother.goto(`${home}/opening`);
    await press(mother, mother.getByRole('link', { name: 'Take the page away for good' }));
    await mother.getByRole('button', { name: 'Take it away' }).click();
    await mother.getByText('This page goes away for good on').waitFor();
    expect((await stranger.goto(`${site.url}/wren`))?.status()).toBe(404);
    await mother.getByRole('button', { name: 'Keep the page after all' }).click();
    await mother.getByText('Everyone can read this page').waitFor();
    expect((await stranger.goto(`${site.url}/wren`))?.status()).toBe(200);
  });
});
