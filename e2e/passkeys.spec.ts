import type { BrowserContext, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { type Begun, startBegun } from '../test/begun-site.ts';
import { journey } from '../test/journey.ts';
import { eventually, signInByMail } from '../test/journeys.ts';
import type { RunningSite } from '../test/site.ts';
import { withFingerprint } from '../test/fingerprint.ts';

let site: RunningSite;
let somebody: Begun['somebody'];
let context: BrowserContext;
let mother: Page;

journey(startBegun, {}, async (begun) => {
  ({ site, mother, somebody } = begun);
  context = mother.context();
  await withFingerprint(mother);
});

const at = (page: Page) => new URL(page.url()).pathname;
const passkey = () => mother.getByRole('link', { name: 'The small phone' });

test('a passkey is added on the device, and called by its name', async () => {
  await mother.goto(`${site.url}/home/you`);
  await mother.getByRole('button', { name: 'Add a passkey on this device' }).click();
  await mother.getByLabel('Its name').fill('The small phone');
  await mother.getByRole('button', { name: 'Keep this' }).click();
  await passkey().waitFor();
  expect(await passkey().textContent()).toContain('added on');
});

test('it signs in, and goes on to where one was going', async () => {
  await mother.getByRole('button', { name: 'Sign out here' }).click();
  await mother.waitForURL(`${site.url}/`);
  await mother.goto(`${site.url}/home/family`);
  expect(at(mother)).toBe('/sign-in');
  await mother.getByRole('button', { name: 'Use a passkey' }).click();
  await mother.waitForURL(`${site.url}/home/family`);
  expect((await mother.request.get(`${site.url}/home/you`)).url()).toBe(`${site.url}/home/you`);
});

test('a form that waits goes on through it', async () => {
  const signsAs = 'Mama, who waits';
  await mother.getByLabel('How you sign your letters').fill(signsAs);
  await context.clearCookies();
  await mother
    .locator('form', { has: mother.getByLabel('How you sign your letters') })
    .getByRole('button')
    .click();
  await mother.getByRole('heading', { name: 'Please sign in once more' }).waitFor();
  await mother.getByRole('button', { name: 'Use a passkey' }).click();
  await mother.getByRole('heading', { name: 'You are back' }).waitFor();
  await mother.getByRole('button', { name: 'Go on' }).click();
  await eventually(() => mother.getByLabel('How you sign your letters').inputValue()).toBe(signsAs);
});

test('both devices stand in the list, and one can sign the other out', async () => {
  const page = await somebody();
  await page.goto(`${site.url}/sign-in`);
  await signInByMail(page, site);
  expect(at(page)).toBe('/home');
  await mother.goto(`${site.url}/home/you`);
  const sessions = mother.locator('section', { hasText: 'Where you are signed in' }).getByRole('listitem');
  // Clearing the cookies above left a session that nobody has the cookie of.
  const before = await sessions.count();
  expect(before).toBeGreaterThanOrEqual(2);
  expect(await sessions.filter({ hasText: 'this device' }).count()).toBe(1);
  await sessions.filter({ hasNotText: 'this device' }).first().getByRole('button').click();
  await eventually(() => sessions.count()).toBe(before - 1);
  await page.goto(`${site.url}/home`);
  expect(at(page)).toBe('/sign-in');
  await mother.reload();
  expect(at(mother)).toBe('/home/you');
});

test('a passkey that was removed lets nobody in any more', async () => {
  await mother.goto(`${site.url}/home/you`);
  await passkey().click();
  await mother.getByRole('button', { name: 'Remove' }).click();
  await mother.getByRole('heading', { name: 'Passkeys' }).waitFor();
  expect(await passkey().count()).toBe(0);
  await mother.getByRole('button', { name: 'Sign out here' }).click();
  await mother.goto(`${site.url}/sign-in`);
  await mother.getByRole('button', { name: 'Use a passkey' }).click();
  await mother.getByText('The passkey did not work this time').waitFor();
  await mother.goto(`${site.url}/home`);
  expect(at(mother)).toBe('/sign-in');
});

test('without JavaScript the way by mail stands there, and no button that does nothing', async () => {
  const page = await somebody({ javaScriptEnabled: false });
  await page.goto(`${site.url}/sign-in`);
  expect(await page.getByRole('button').allTextContents()).toEqual(['Ask for a link', 'Use a recovery code']);
  await signInByMail(page, site);
  await page.goto(`${site.url}/home/you`);
  expect(await page.locator('noscript').textContent()).toContain('needs JavaScript');
});
