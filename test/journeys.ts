import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { simpleParser } from 'mailparser';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { nora, wren } from './cast.ts';
import { patience } from './journey.ts';
import type { RunningSite } from './site.ts';

type Site = Pick<RunningSite, 'url' | 'data' | 'claimAddress'>;

// The steps that many journeys begin with, as a person takes them.

/** Presses what leads to another page, and waits until that one is there. */
export async function press(page: Page, what: Locator): Promise<void> {
  // Else the page that is pressed on would pass for the other, where it has only just come.
  await page.waitForLoadState();
  await Promise.all([page.waitForEvent('load'), what.click()]);
}

/** Presses a button while nobody answers: its page stays, and says so. */
export async function pressUnanswered(page: Page, what: Locator): Promise<void> {
  await page.context().setOffline(true);
  await what.click();
  await page.getByRole('alert').getByText('Nobody answers').waitFor();
  await page.context().setOffline(false);
}

/** The words that a page finds on its device. */
export const copiesOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('snowdrop ')));

/** Nora makes a new site hers. */
export async function claimSite(page: Page, site: Site): Promise<void> {
  await page.goto(await site.claimAddress());
  await page.getByLabel('Your name').fill(nora.name);
  await page.getByLabel('Yes', { exact: false }).check();
  await page.getByLabel('How you sign your letters').fill(nora.signsAs);
  await page.getByLabel('Your mail address').fill(nora.email);
  await confirmAddress(page, site, () => page.getByRole('button', { name: 'Begin' }).click());
  await page.waitForURL((url) => url.pathname === '/home');
}

/** Types the six digits of the mail that follows when somebody new gives an address. */
export async function confirmAddress(page: Page, site: Site, give: () => Promise<void>): Promise<void> {
  const before = await mailsOf(site);
  await give();
  await page.getByRole('heading', { name: 'Is this your address?' }).waitFor();
  await page.getByLabel('Six digits').fill(await nextDigits(site, before));
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

/** Nora invites somebody to keep the page with her, who takes the invitation up in a browser of their own. */
export async function comes(
  mother: Page,
  guest: Page,
  site: Site,
  { who, as }: { who: { name: string; signsAs: string; email: string }; as: string },
): Promise<void> {
  await mother.goto(`${site.url}/home/family`);
  await mother.getByLabel('Their name').fill(who.name);
  await mother.getByLabel(as).check();
  await press(mother, mother.getByRole('button', { name: 'Invite', exact: true }));
  await guest.goto(await mother.getByLabel('The link to hand over').inputValue());
  await guest.getByLabel('How you sign your letters').fill(who.signsAs);
  await guest.getByLabel('Your mail address').fill(who.email);
  await confirmAddress(guest, site, () => guest.getByRole('button', { name: 'Join' }).click());
  await guest.getByRole('heading', { name: 'Here is everything you keep' }).waitFor();
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
  await press(page, page.getByRole('button', { name: 'Publish to everyone' }));
  return page.getByLabel(/^The address of the/).inputValue();
}

/** Signs in on the page that asks for it, by the six digits of the mail. */
export async function signInByMail(page: Page, site: Site, email = nora.email): Promise<void> {
  const before = await mailsOf(site);
  await page.getByLabel('Your mail address').fill(email);
  await press(page, page.getByRole('button', { name: 'Ask for a link' }));
  await page.getByLabel('Six digits').fill(await nextDigits(site, before));
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Looks again until it is so. */
export const eventually = <T>(see: () => Promise<T>) => expect.poll(see, { timeout: patience, interval: 50 });

/** The names of the mails that a site without SMTP has written. */
export async function mailsOf(site: Pick<Site, 'data'>): Promise<ReadonlySet<string>> {
  const names = await readdir(join(site.data, 'mails'));
  return new Set(names.filter((name) => name.endsWith('.eml')));
}

/** What a new mail says that matches: it is written after the answer has left, and others may be, too. */
export async function nextMail(
  site: Pick<Site, 'data'>,
  before: ReadonlySet<string>,
  matching: RegExp,
): Promise<RegExpExecArray> {
  // Not `eventually`: a story begins before the first test too.
  for (const until = Date.now() + patience; Date.now() < until; await wait(50)) {
    for (const name of await mailsOf(site)) {
      if (before.has(name)) continue;
      const { text = '' } = await simpleParser(await readFile(join(site.data, 'mails', name)));
      const found = matching.exec(text);
      if (found) return found;
    }
  }
  throw new Error(`No mail came that says ${matching}`);
}

/** The six digits of a new mail. */
export async function nextDigits(site: Pick<Site, 'data'>, before: ReadonlySet<string>): Promise<string> {
  return (await nextMail(site, before, /\b\d{6}\b/))[0];
}
