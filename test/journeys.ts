import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ParsedMail, simpleParser } from 'mailparser';
import type { Locator, Page } from 'playwright-core';
import { expect, vi } from 'vitest';
import { nora, wren } from './cast.ts';
import type { RunningSite } from './site.ts';

type Site = Pick<RunningSite, 'url' | 'data' | 'claimAddress'>;

// The steps that many journeys begin with, as a person takes them.

/** Presses what leads to another page, and waits until that one is there. */
export async function press(page: Page, what: Locator): Promise<void> {
  await Promise.all([page.waitForEvent('load'), what.click()]);
}

/** Nora makes a new site hers. */
export async function claimSite(page: Page, site: Site): Promise<void> {
  await page.goto(await site.claimAddress());
  await page.getByLabel('Your name').fill(nora.name);
  await page.getByLabel('Yes', { exact: false }).check();
  await page.getByLabel('How you sign your letters').fill(nora.signsAs);
  await page.getByLabel('Your mail address').fill(nora.email);
  await confirmAddress(page, site, () => page.getByRole('button', { name: 'Begin' }).click());
  expect(new URL(page.url()).pathname).toBe('/home');
}

/** Types the six digits of the mail that follows when somebody new gives an address. */
export async function confirmAddress(page: Page, site: Site, give: () => Promise<void>): Promise<void> {
  const before = await mailsOf(site);
  await give();
  await page.getByRole('heading', { name: 'Is this your address?' }).waitFor();
  await page.getByLabel('Six digits').fill(digitsOf(await nextMail(site, before.length)));
  await Promise.all([
    page.waitForURL((url) => url.pathname !== '/home/you/address'),
    page.getByRole('button', { name: 'Keep this' }).click(),
  ]);
}

/** A page for Wren with a name and nothing else. */
export async function beginMemorial(page: Page, site: Site): Promise<void> {
  await page.goto(`${site.url}/home`);
  await page.getByRole('button', { name: 'Make a page for your baby' }).click();
  await page.getByLabel('What we call you').fill(wren.called);
  await page.getByRole('button', { name: 'Keep this' }).click();
  for (const _ of ['day', 'words', 'portrait'])
    await press(page, page.getByRole('link', { name: 'Not now' }));
  await page.getByRole('heading', { name: wren.called }).waitFor();
}

/** An empty letter to Wren. Answers the path of its sheet. */
export async function beginLetter(page: Page, site: Site): Promise<string> {
  await page.goto(`${site.url}/home`);
  await press(page, page.getByRole('link', { name: wren.called }).first());
  await page.getByRole('button', { name: `Write to ${wren.called}` }).click();
  await words(page).waitFor();
  return new URL(page.url()).pathname;
}

export const words = (page: Page) => page.getByLabel(`Your words to ${wren.called}`);
export const title = (page: Page) => page.getByLabel('A title');

/** What few photographs need is folded away beneath their words. */
export const unfold = (row: Locator) => row.getByText('What it shows, its place, a cover').click();

/** From the sheet of a letter to its address for everyone. */
export async function publishToEveryone(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Choose who sees it' }).click();
  await page.locator('[name=audience][value=everyone]').check();
  await page.getByRole('button', { name: 'Publish to everyone' }).click();
  return page.getByLabel(/^The address of the/).inputValue();
}

/** Signs in on the page that asks for it, by the six digits of the mail. */
export async function signInByMail(page: Page, site: Site, email = nora.email): Promise<void> {
  const before = await mailsOf(site);
  await page.getByLabel('Your mail address').fill(email);
  await press(page, page.getByRole('button', { name: 'Ask for a link' }));
  const mail = await nextMail(site, before.length);
  await page.getByLabel('Six digits').fill(digitsOf(mail));
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Looks again until it is so: a busy machine must not look like a slow page. */
export const eventually = <T>(see: () => Promise<T>) => expect.poll(see, { timeout: 20_000, interval: 50 });

const digitsOf = (mail: ParsedMail): string => /\b\d{6}\b/.exec(mail.text ?? '')?.[0] ?? '';

/** The mails of a site without SMTP, oldest first. */
async function mailsOf(site: Site): Promise<string[]> {
  const names = await readdir(join(site.data, 'mails'));
  return names.filter((name) => name.endsWith('.eml')).toSorted();
}

/** The mail after the first `count`: it is written after the answer has left. */
async function nextMail(site: Site, count: number): Promise<ParsedMail> {
  // Not `eventually`: a site is claimed before the first test too.
  await vi.waitUntil(async () => (await mailsOf(site)).length > count, { timeout: 20_000, interval: 50 });
  const name = (await mailsOf(site))[count]!;
  return simpleParser(await readFile(join(site.data, 'mails', name)));
}
