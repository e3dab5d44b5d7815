import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { nora } from '../test/cast.ts';
import { type ClockedSite, startClockedSite } from '../test/clocked-site.ts';
import { examine, examineMails } from '../test/examine.ts';
import { type Browsers, journey } from '../test/journey.ts';
import {
  claimSite,
  confirmAddress,
  mailsOf,
  nextDigits,
  nextMail,
  press,
  signInByMail,
} from '../test/journeys.ts';
import { withFingerprint } from '../test/fingerprint.ts';

const start = '2024-02-14T10:00:00.000Z';

/** On a site that Nora has just made hers. */
async function claimed({ somebody }: Browsers) {
  const site = await startClockedSite(start);
  const mother = await somebody();
  await claimSite(mother, site);
  return { site, mother };
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name, level: 1 });
const codesOn = (page: Page): Promise<string[]> => page.locator('.codes code').allTextContents();
const ask = 'Please confirm that it is you';

describe('with a passkey', () => {
  let site: ClockedSite;
  let context: BrowserContext;
  let mother: Page;

  journey(claimed, {}, async (begun) => {
    ({ site, mother } = begun);
    context = mother.context();
    await withFingerprint(mother);
  });

  test('right after signing in one is added without another question', async () => {
    await mother.goto(`${site.url}/home/you`);
    await button(mother, 'Add a passkey on this device').click();
    await mother.getByLabel('Its name').fill('The small phone');
    await press(mother, button(mother, 'Keep this'));
    await mother.getByText('The small phone').waitFor();
  });

  test('later it confirms who is there, and what was asked for goes on', async () => {
    site.clock.advance({ minutes: 11 });
    await press(mother, mother.getByRole('link', { name: 'Make recovery codes' }));
    await press(mother, button(mother, 'Make ten codes'));
    await heading(mother, ask).waitFor();
    await examine(mother, 'step-up');
    await press(mother, button(mother, 'Use a passkey'));
    await heading(mother, 'Thank you').waitFor();
    await examine(mother, 'step-up-back');
    await press(mother, button(mother, 'Go on'));
    await heading(mother, /^Recovery codes for localhost/).waitFor();
    expect(await codesOn(mother)).toHaveLength(10);
    expect(await button(mother, 'Print this page').isVisible()).toBe(true);
    await examine(mother, 'recovery-paper');
  });

  test('on paper stand the codes, whose they are and how to use them, and nothing to press', async () => {
    await mother.emulateMedia({ media: 'print' });
    for (const name of ['Print this page', 'I have them on paper'])
      expect(await mother.getByText(name).isVisible()).toBe(false);
    expect(await mother.getByText('shown on this page only').isVisible()).toBe(false);
    for (const words of [nora.name, '/sign-in/recovery'])
      expect(await mother.getByText(words).first().isVisible()).toBe(true);
    expect(await mother.locator('.codes code').first().isVisible()).toBe(true);
    await mother.emulateMedia({ media: 'screen' });
  });

  test('the file that can be kept holds the same codes', async () => {
    const codes = await codesOn(mother);
    const [download] = await Promise.all([
      mother.waitForEvent('download'),
      mother.getByRole('link', { name: 'Keep them as a text file' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('snowdrop-recovery-codes.txt');
    const text = decodeURIComponent(download.url().split(',')[1] ?? '');
    for (const code of codes) expect(text).toContain(code);
  });

  test('a button that needs a script leads there too, and back to where it stands', async () => {
    site.clock.advance({ minutes: 11 });
    await mother.goto(`${site.url}/home/you`);
    await button(mother, 'Add a passkey on this device').click();
    await heading(mother, ask).waitFor();
    await button(mother, 'Use a passkey').click();
    await mother.waitForURL(`${site.url}/home/you#passkeys`);
    await mother.getByText('The small phone').waitFor();
    await press(mother, mother.getByRole('link', { name: 'The small phone' }));
    await press(mother, button(mother, 'Remove this passkey'));
    expect(await mother.getByText('The small phone').count()).toBe(0);
  });

  test('every page of it is quiet, whichever way one takes', async () => {
    await mother.goto(`${site.url}/home/you`);
    await examine(mother, 'you-with-everything');
    await mother.goto(`${site.url}/home/you/recovery`);
    await examine(mother, 'recovery-again');
    site.clock.advance({ minutes: 11 });
    await mother.goto(`${site.url}/home/you/confirmation`);
    await examine(mother, 'step-up-by-mail');
    await press(mother, button(mother, 'Ask for six digits'));
    await mother.getByLabel('Six digits').fill('1');
    await press(mother, button(mother, 'It is me'));
    await examine(mother, 'step-up-digits');
    await press(mother, button(mother, 'Another way'));
    await press(mother, button(mother, 'Use a recovery code'));
    await mother.getByLabel('Recovery code').fill('nonsense');
    await press(mother, button(mother, 'It is me'));
    await examine(mother, 'step-up-recovery');
    await examineMails(await context.newPage(), site);
  });
});

describe('without JavaScript', () => {
  let site: ClockedSite;
  let somebody: Browsers['somebody'];
  let mother: Page;
  let codes: string[];

  journey(claimed, { javaScriptEnabled: false }, (begun) => {
    ({ site, mother, somebody } = begun);
  });

  test('a paper with ten codes is made, and there is no button that does nothing', async () => {
    await mother.goto(`${site.url}/home/you/recovery`);
    await press(mother, button(mother, 'Make ten codes'));
    codes = await codesOn(mother);
    expect(new Set(codes).size).toBe(10);
    expect(await button(mother, 'Print this page').isVisible()).toBe(false);
    await press(mother, mother.getByRole('link', { name: 'I have them on paper' }));
    await mother.getByText('All ten recovery codes are still there.').waitFor();
  });

  test('later six digits from a mail confirm who is there, and what was typed goes on', async () => {
    site.clock.advance({ minutes: 11 });
    await mother.getByLabel('Your name').fill('Nora L.');
    await mother.getByLabel('Your mail address').fill('nora@new.example');
    await press(mother, button(mother, 'Keep this'));
    await heading(mother, ask).waitFor();
    expect(await button(mother, 'Use a passkey').count()).toBe(0);
    const before = await mailsOf(site);
    await press(mother, button(mother, 'Ask for six digits'));
    await mother.getByLabel('Six digits').fill(await nextDigits(site, before));
    await press(mother, button(mother, 'It is me'));
    await heading(mother, 'Thank you').waitFor();
    await confirmAddress(mother, site, () => press(mother, button(mother, 'Go on')));
    expect(await mother.getByLabel('Your mail address').inputValue()).toBe('nora@new.example');
    expect(await mother.getByLabel('Your name').inputValue()).toBe('Nora L.');
  });

  test('a code signs in as it is typed, and its person is told by mail', async () => {
    const phone = await somebody();
    const before = await mailsOf(site);
    await phone.goto(`${site.url}/home/family`);
    await phone.getByLabel('Your mail address').fill('half typed');
    await press(phone, button(phone, 'Use a recovery code'));
    const field = phone.getByLabel('Recovery code');
    await field.fill('nonsense');
    await press(phone, button(phone, 'Sign in'));
    expect(await field.inputValue()).toBe('nonsense');
    await field.fill(codes[0]!.toUpperCase().replaceAll('-', ' '));
    await press(phone, button(phone, 'Sign in'));
    expect(new URL(phone.url()).pathname).toBe('/home/family');
    await phone.goto(`${site.url}/home/you`);
    await phone.getByText('Nine of your recovery codes are left.').waitFor();
    await nextMail(
      site,
      before,
      /One of your recovery codes was used[\s\S]*Nine of your recovery codes are left/,
    );
    await phone.context().close();
  });

  test('a new browser is told of by mail, stands in the list, and everything ends at once', async () => {
    const laptop = await somebody();
    const before = await mailsOf(site);
    await laptop.goto(`${site.url}/sign-in`);
    await signInByMail(laptop, site, 'nora@new.example');
    await laptop.waitForURL(`${site.url}/home`);
    await nextMail(site, before, /You signed in on a new device[\s\S]*\/home\/you/);
    await mother.goto(`${site.url}/home/you`);
    await press(mother, button(mother, 'Sign out everywhere'));
    for (const page of [mother, laptop]) {
      await page.goto(`${site.url}/home/you`);
      expect(new URL(page.url()).pathname).toBe('/sign-in');
    }
    await laptop.context().close();
  });
});
