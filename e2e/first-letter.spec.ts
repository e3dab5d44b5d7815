import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { letter, nora, wren } from '../test/cast.ts';
import { inBothWays, journey, onNewSite } from '../test/journey.ts';
import { press } from '../test/journeys.ts';
import { type RunningSite } from '../test/site.ts';

inBothWays('a mother tells the world', ({ scripts }) => {
  let site: RunningSite;
  let mother: Page;
  let stranger: Page;

  journey(onNewSite(), { javaScriptEnabled: scripts }, async (begun) => {
    ({ site } = begun);
    mother = await begun.somebody();
    stranger = await begun.somebody({ javaScriptEnabled: false });
  });

  test('a new site is quiet, and the first to open its address claims it', async () => {
    await stranger.goto(site.url);
    expect(await stranger.textContent('main')).toContain('This site is not ready yet');
    const address = await site.claimAddress();
    await mother.goto(address);
    await mother.getByLabel('Your name').fill(nora.name);
    await mother.getByLabel('Yes', { exact: false }).check();
    await mother.getByLabel('How you sign your letters').fill(nora.signsAs);
    await press(mother, mother.getByRole('button', { name: 'Begin' }));
    expect(new URL(mother.url()).pathname).toBe('/home');
    const second = await stranger.goto(address);
    expect(second?.status()).toBe(404);
  });

  test('four questions make a page that only the family sees', async () => {
    await mother.getByRole('button', { name: 'Make a page for your baby' }).click();
    await mother.getByLabel('What we call you').fill(wren.called);
    await mother.getByRole('button', { name: 'Keep this' }).click();
    await mother.getByLabel('Day', { exact: true }).fill('30');
    await mother.getByLabel('Month').selectOption('2');
    await mother.getByLabel('Year').fill(wren.born.year);
    await press(mother, mother.getByRole('button', { name: 'Keep this' }));
    expect(await mother.textContent('.wrong')).toContain('does not exist');
    expect(await mother.getByLabel('Day', { exact: true }).inputValue()).toBe('30');
    await mother.getByLabel('Day', { exact: true }).fill(wren.born.day);
    await mother.getByLabel('Your words before it').fill(wren.bornWords);
    await mother.getByRole('button', { name: 'Keep this' }).click();
    await mother.getByLabel('Born sleeping').check();
    await mother.getByRole('button', { name: 'Keep this' }).click();
    await press(mother, mother.getByRole('link', { name: 'Not now' }));
    expect(await mother.textContent('h1')).toBe(wren.called);
    expect(await mother.textContent('.days')).toContain('born asleep on 14 February 2023');
  });

  test('a letter is written, kept exactly, and published to everyone', async () => {
    await mother.getByRole('button', { name: 'Write to Wren' }).click();
    await mother.getByLabel('A title').fill(letter.title);
    await mother.getByLabel('Your words to Wren').fill(letter.text);
    await Promise.all([
      mother.waitForEvent('load'),
      mother.getByRole('button', { name: 'Keep this draft' }).click(),
    ]);
    await mother.reload();
    expect(await mother.getByLabel('Your words to Wren').inputValue()).toBe(letter.text);
    await mother.getByRole('button', { name: 'Choose who sees it' }).click();
    await mother.getByLabel('everyone', { exact: false }).first().check();
    await press(mother, mother.getByRole('button', { name: 'Publish to everyone' }));
    expect(await mother.textContent('h1')).toBe('Everyone can read it now');
    const address = await mother.getByLabel('The address of the letter').inputValue();
    expect(address).toBe(`${site.url}/wren/a-year-of-you`);
  });

  test('a stranger reads it, in English and in Arabic, letter for letter', async () => {
    for (const [prefix, language] of [
      ['', 'en'],
      ['/ar', 'ar'],
    ] as const) {
      const answer = await stranger.goto(`${site.url}${prefix}/wren/a-year-of-you`);
      expect(answer?.status()).toBe(200);
      expect(await answer?.headerValue('set-cookie')).toBeNull();
      expect(await stranger.getAttribute('html', 'lang')).toBe(language);
      expect(await stranger.textContent('.words')).toBe(letter.text);
      await stranger.goto(`${site.url}${prefix}/wren`);
      expect(await stranger.textContent('h1')).toBe('Wren');
    }
  });

  test('taken back, it is gone', async () => {
    await mother.goto(`${site.url}/home`);
    await press(mother, mother.getByRole('link', { name: 'Wren' }));
    await press(mother, mother.getByRole('link', { name: 'Who sees it' }));
    await press(mother, mother.getByRole('button', { name: 'Take it back' }));
    const gone = await stranger.goto(`${site.url}/wren/a-year-of-you`);
    const never = await stranger.request.get(`${site.url}/wren/never-was`);
    expect(gone?.status()).toBe(404);
    expect(await gone?.text()).toBe(await never.text());
  });
});
