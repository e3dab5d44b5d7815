import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ParsedMail, simpleParser } from 'mailparser';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { nora, wren } from './cast.ts';
import type { RunningSite } from './site.ts';

type Site = Pick<RunningSite, 'url' | 'data' | 'claimAddress'>;

// The steps that many journeys begin with, as a person takes them.

/** Nora makes a new site hers. */
export async function claimSite(page: Page, site: Site): Promise<void> {
  await page.goto(await site.claimAddress());
  await page.getByLabel('Your name').fill(nora.name);
  await page.getByLabel('How you sign your letters').fill(nora.signsAs);
  await page.getByLabel('Your mail address').fill(nora.email);
  await page.getByRole('button', { name: 'Begin' }).click();
  expect(new URL(page.url()).pathname).toBe('/home');
}

/** A page for Wren with a name and nothing else. */
export async function beginMemorial(page: Page, site: Site): Promise<void> {
  await page.goto(`${site.url}/home`);
  await page.getByRole('button', { name: 'Make a page for your baby' }).click();
  await page.getByLabel('What we call you').fill(wren.called);
  await page.getByRole('button', { name: 'Keep this' }).click();
  for (const _ of ['day', 'words', 'portrait']) await page.getByRole('link', { name: 'Not now' }).click();
  await page.getByRole('heading', { name: wren.called }).waitFor();
}

/** An empty letter to Wren. Answers the path of its sheet. */
export async function beginLetter(page: Page, site: Site): Promise<string> {
  await page.goto(`${site.url}/home`);
  await page.getByRole('link', { name: wren.called }).first().click();
  await page.getByRole('button', { name: `Write to ${wren.called}` }).click();
  await words(page).waitFor();
  return new URL(page.url()).pathname;
}

export const words = (page: Page) => page.getByLabel(`Your words to ${wren.called}`);
export const title = (page: Page) => page.getByLabel('A title');

/** From the sheet of a letter to its address for everyone. */
export async function publishToEveryone(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Choose who sees it' }).click();
  await page.locator('[name=audience][value=everyone]').check();
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  return page.getByLabel('The address of the letter').inputValue();
}

/** Signs in on the page that asks for it, by the six digits of the mail. */
export async function signInByMail(page: Page, site: Site, email = nora.email): Promise<void> {
  const before = await mailsOf(site);
  await page.getByLabel('Your mail address').fill(email);
  await page.getByRole('button', { name: 'Send me a link' }).click();
  const mail = await nextMail(site, before.length);
  const code = /\b\d{6}\b/.exec(mail.text ?? '')?.[0] ?? '';
  await page.getByLabel('Six digits').fill(code);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Looks again until it is so: a busy machine must not look like a slow page. */
export const eventually = <T>(see: () => Promise<T>) => expect.poll(see, { timeout: 20_000, interval: 50 });

/** The mails of a site without SMTP, oldest first. */
async function mailsOf(site: Site): Promise<string[]> {
  const names = await readdir(join(site.data, 'mails'));
  return names.filter((name) => name.endsWith('.eml')).toSorted();
}

/** The mail after the first `count`: it is written after the answer has left. */
async function nextMail(site: Site, count: number): Promise<ParsedMail> {
  await eventually(async () => (await mailsOf(site)).length).toBeGreaterThan(count);
  const name = (await mailsOf(site))[count]!;
  return simpleParser(await readFile(join(site.data, 'mails', name)));
}
