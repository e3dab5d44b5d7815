import type { BrowserContext, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Begun, startBegun } from '../test/begun-site.ts';
import { cameraPhotograph } from '../test/camera.ts';
import { letter } from '../test/cast.ts';
import { inBothWays, journey } from '../test/journey.ts';
import {
  beginLetter,
  copiesOn,
  eventually,
  press,
  pressUnanswered,
  publishToEveryone,
  signInByMail,
  title,
  words,
} from '../test/journeys.ts';
import type { RunningSite } from '../test/site.ts';

let site: RunningSite;
let begun: Begun;

journey(startBegun, {}, (here) => {
  begun = here;
  ({ site } = begun);
});
afterEach(async () => {
  await begun.closeBrowsers();
});

const status = (page: Page) => page.locator('.saved');
const saysSoon = (page: Page, sentence: string | RegExp) =>
  eventually(() => status(page).textContent()).toMatch(sentence);
const saved = (page: Page) => saysSoon(page, /^Saved$/);

/** Another page of the site, where nothing but the device's storage is looked at. */
async function copiesLeft(context: BrowserContext): Promise<string[]> {
  const page = await context.newPage();
  await page.goto(`${site.url}/about`);
  const copies = await copiesOn(page);
  await page.close();
  return copies;
}

describe('saved as typed', () => {
  let context: BrowserContext;
  let mother: Page;
  let sheet: string;

  beforeEach(async () => {
    mother = await begun.noras();
    context = mother.context();
    sheet = await beginLetter(mother, site);
  });

  async function openedAgain(): Promise<Page> {
    const page = await context.newPage();
    await page.goto(`${site.url}${sheet}`);
    return page;
  }

  test('closed without a button, the letter is there again, letter for letter', async () => {
    await title(mother).fill(letter.title);
    await words(mother).fill(letter.text);
    await saved(mother);
    expect(await copiesOn(mother)).toEqual([]);
    await words(mother).press('End');
    await words(mother).pressSequentially(' and then');
    const typed = await words(mother).inputValue();
    await mother.close();
    const again = await openedAgain();
    await eventually(() => words(again).inputValue()).toBe(typed);
    expect(await title(again).inputValue()).toBe(letter.title);
    await eventually(() => copiesOn(again)).toEqual([]);
  });

  test('a lost connection is said, and what was typed meanwhile arrives when it is back', async () => {
    await words(mother).fill('Before the tunnel.');
    await saved(mother);
    await context.setOffline(true);
    await words(mother).pressSequentially(' In the tunnel.');
    await saysSoon(mother, /^Saved on this device$/);
    expect(await copiesOn(mother)).toHaveLength(1);
    await context.setOffline(false);
    await saved(mother);
    expect(await copiesOn(mother)).toEqual([]);
    const again = await openedAgain();
    expect(await words(again).inputValue()).toBe('Before the tunnel. In the tunnel.');
  });

  test('the sheet of publishing stays where nobody answers, with what was chosen', async () => {
    await words(mother).fill('Before the tunnel.');
    await saved(mother);
    await press(mother, mother.getByRole('button', { name: 'Choose who sees it' }));
    await mother.locator('[name=audience][value=only-us]').check();
    const keep = mother.getByRole('button', { name: 'Keep it for us' });
    await pressUnanswered(mother, keep);
    await pressUnanswered(mother, keep);
    expect(await mother.getByRole('alert').count()).toBe(1);
    expect(await mother.locator('[name=audience][value=only-us]').isChecked()).toBe(true);
    await press(mother, keep);
    expect(new URL(mother.url()).pathname).toBe(`${sheet}/published`);
  });

  test('the server is killed in the middle of a word, and nothing is lost', async () => {
    await words(mother).fill(letter.text);
    await saved(mother);
    const typing = words(mother).pressSequentially('You were here, and the house knew it.', { delay: 60 });
    await eventually(() => words(mother).inputValue()).toContain('You were');
    await site.kill('SIGKILL');
    await typing;
    await saysSoon(mother, /^Saved on this device$/);
    await site.restart();
    await saved(mother);
    const typed = await words(mother).inputValue();
    expect(typed).toContain('the house knew it.');
    const again = await openedAgain();
    expect(await words(again).inputValue()).toBe(typed);
    expect(await again.getByText('Other words, kept beside these').count()).toBe(0);
  });

  test('the tab is gone before the server is back: the words are found on the device', async () => {
    await words(mother).fill('Kept by the server.');
    await saved(mother);
    await site.kill('SIGKILL');
    await words(mother).fill('Kept by the server. Kept by the phone.');
    await saysSoon(mother, /^Saved on this device$/);
    await mother.close();
    await site.restart();
    const again = await openedAgain();
    await again.getByText('were found on this device').waitFor();
    expect(await words(again).inputValue()).toBe('Kept by the server. Kept by the phone.');
    await saved(again);
    expect(await copiesOn(again)).toEqual([]);
    await again.reload();
    expect(await words(again).inputValue()).toBe('Kept by the server. Kept by the phone.');
    expect(await again.getByText('were found on this device').count()).toBe(0);
  });

  test('a copy on this device never goes over what another device wrote since', async () => {
    await words(mother).fill('On the phone.');
    await saved(mother);
    await context.setOffline(true);
    await words(mother).fill('On the phone, in the tunnel.');
    await saysSoon(mother, /^Saved on this device$/);
    await mother.close();
    await context.setOffline(false);
    const laptop = await begun.noras();
    await laptop.goto(`${site.url}${sheet}`);
    await words(laptop).fill('On the laptop.');
    await saved(laptop);
    const phone = await openedAgain();
    await saysSoon(phone, /^Kept beside the newer words/);
    expect(await words(phone).inputValue()).toBe('On the phone, in the tunnel.');
    await laptop.reload();
    expect(await words(laptop).inputValue()).toBe('On the laptop.');
    expect(await laptop.getByLabel('Read them').inputValue()).toBe('On the phone, in the tunnel.');
  });

  test('a day that does not exist is said by its field once she has left it; everything else is saved', async () => {
    await words(mother).fill(letter.text);
    await mother.getByText('To whom, when, who signs').click();
    await mother.locator('[name=memory-day]').fill('29');
    await mother.locator('[name=memory-month]').selectOption('2');
    await mother.locator('[name=memory-year]').fill('2023');
    await saysSoon(mother, /^Saved, all but the date$/);
    expect(await mother.locator('.wrong').count()).toBe(0);
    expect(await (await openedAgain()).locator('[name=text]').inputValue()).toBe(letter.text);
    await words(mother).pressSequentially('More.');
    await eventually(() => mother.locator('.wrong').count()).toBe(1);
    expect(await mother.locator('#memory-error').textContent()).toContain('does not exist');
    await saysSoon(mother, /^Saved, all but the date$/);
    const typed = await words(mother).inputValue();
    await mother.getByRole('button', { name: 'Keep this draft' }).click();
    await mother.getByText('Everything is saved but').waitFor();
    expect(await words(mother).inputValue()).toBe(typed);
    expect(await mother.locator('[name=memory-day]').inputValue()).toBe('29');
    await mother.locator('[name=memory-day]').fill('28');
    await words(mother).focus();
    await saved(mother);
    expect(await mother.locator('.wrong').count()).toBe(0);
    const again = await openedAgain();
    expect(await words(again).inputValue()).toBe(typed);
    expect(await again.locator('[name=memory-day]').inputValue()).toBe('28');
  });

  test('a button that is pressed without a connection leaves the sheet where it is, and goes on by itself', async () => {
    await words(mother).fill('Before the tunnel.');
    await saved(mother);
    await context.setOffline(true);
    await words(mother).pressSequentially(' In the tunnel.');
    await mother.getByRole('button', { name: 'Choose who sees it' }).click();
    await saysSoon(mother, /^There is no connection/);
    expect(new URL(mother.url()).pathname).toBe(sheet);
    await context.setOffline(false);
    await mother.waitForURL(/\/publication$/);
    expect(await copiesOn(mother)).toEqual([]);
    await mother.goBack();
    expect(await words(mother).inputValue()).toBe('Before the tunnel. In the tunnel.');
  });

  test('who types on after such a button stays on the sheet', async () => {
    await words(mother).fill('Here.');
    await saved(mother);
    await site.kill('SIGKILL');
    await mother.getByRole('button', { name: 'Keep this draft' }).click();
    await saysSoon(mother, /^There is no connection/);
    await words(mother).pressSequentially(' And on.');
    await site.restart();
    await saved(mother);
    expect(await words(mother).inputValue()).toBe('Here. And on.');
    expect(new URL(mother.url()).search).toBe('');
  });

  test('two million letters at once are saved, and the sheet can be written on', async () => {
    const poem = 'We waited for you.\nAll year.\n\n'.repeat(1_900_000 / 31);
    await words(mother).evaluate((field: HTMLTextAreaElement, text) => {
      field.focus();
      // Not drawn: how long a browser takes for that is its own affair.
      field.style.display = 'none';
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }, poem);
    await saved(mother);
    // At each key none of them is put on the device: that waits until nobody types.
    await words(mother).evaluate((field: HTMLTextAreaElement) => {
      for (let key = 0; key < 20; key++) {
        field.value = `.${field.value}`;
        field.dispatchEvent(new Event('input', { bubbles: true }));
        if (localStorage.length > 0) throw new Error('A copy at each key');
      }
    });
    await saved(mother);
  });

  test('letters that run the other way are asked about, and one button answers', async () => {
    const select = mother.locator('[name=language]');
    await words(mother).fill('صغيرتي، كان الثلج يتساقط.');
    await mother.getByText('Is this written in Arabic?').waitFor();
    expect(await words(mother).getAttribute('dir')).toBe('rtl');
    expect(await select.isVisible()).toBe(true);
    await mother.getByRole('button', { name: 'Yes, it is' }).click();
    expect(await select.inputValue()).toBe('ar');
    expect(await mother.getByText('Is this written in').isVisible()).toBe(false);
    expect(await words(mother).getAttribute('lang')).toBe('ar');
    await saved(mother);
    expect(await (await openedAgain()).locator('[name=language]').inputValue()).toBe('ar');
  });

  test('signed out meanwhile, a photograph is named as not sent, and the sheet does not say that all is saved', async () => {
    await words(mother).fill('The window.');
    await saved(mother);
    const cookies = await context.cookies();
    await context.clearCookies();
    await mother.locator('input[type=file]').setInputFiles({
      name: 'window.jpg',
      mimeType: 'image/jpeg',
      buffer: await cameraPhotograph({ width: 300, height: 200, orientation: 1 }),
    });
    await mother.getByText('“window.jpg” was not sent: you are signed out').waitFor();
    expect(await mother.getByRole('link', { name: 'Sign in again' }).getAttribute('target')).toBe('_blank');
    expect(await status(mother).textContent()).not.toBe('Saved');
    await context.addCookies(cookies);
    await mother.getByRole('button', { name: 'Try again' }).click();
    await mother.locator('.dropped .thumb').waitFor();
    await saved(mother);
  });
});

describe('signing out', () => {
  test('leaves nothing of the words on the device', async () => {
    const mother = await begun.somebody();
    const context = mother.context();
    await mother.goto(`${site.url}/sign-in`);
    await signInByMail(mother, site);
    await beginLetter(mother, site);
    await words(mother).fill('Only for you.');
    await saved(mother);
    await mother.route('**/draft', (route) => route.abort());
    await words(mother).fill('Only for you, and not for this computer.');
    await saysSoon(mother, /^Saved on this device$/);
    expect(await copiesLeft(context)).toHaveLength(1);
    const you = await context.newPage();
    await you.goto(`${site.url}/home/you`);
    await you.getByRole('button', { name: 'Sign out here' }).click();
    await you.waitForURL(`${site.url}/`);
    expect(await copiesOn(you)).toEqual([]);
    // A sheet that is still open in another tab leaves nothing either.
    await mother.unroute('**/draft');
    await words(mother).pressSequentially(' Really.');
    await saysSoon(mother, /signed out/);
    expect(await copiesOn(you)).toEqual([]);
    expect(await words(mother).inputValue()).toContain('Really.');
  });
});

inBothWays('two pages of one letter', ({ scripts }) => {
  let context: BrowserContext;
  let mother: Page;
  let sheet: string;
  const keep = async (page: Page): Promise<void> => {
    if (scripts) return saved(page);
    await page.getByRole('button', { name: 'Keep this draft' }).click();
    await saved(page);
  };

  beforeEach(async () => {
    mother = await begun.noras({ javaScriptEnabled: scripts });
    context = mother.context();
    sheet = await beginLetter(mother, site);
  });

  test('of two open pages the older one is kept beside, whole, and can be gone on with', async () => {
    const older = 'Written on the phone.\n\nIn the night.';
    const newer = `${letter.text}\nWritten on the laptop.`;
    const phone = await begun.noras({ javaScriptEnabled: scripts });
    await phone.goto(`${site.url}${sheet}`);
    await words(mother).fill(newer);
    await keep(mother);
    await words(phone).fill(older);
    if (scripts) await saysSoon(phone, /^Kept beside the newer words/);
    else await phone.getByRole('button', { name: 'Keep this draft' }).click();
    await phone.goto(`${site.url}${sheet}`);
    await phone.getByRole('heading', { name: 'Other words, kept beside these' }).waitFor();
    expect(await words(phone).inputValue()).toBe(newer);
    expect(await phone.getByLabel('Read them').inputValue()).toBe(older);
    await phone.getByRole('button', { name: 'Go on with these words' }).click();
    await eventually(() => words(phone).inputValue()).toBe(older);
    expect(await phone.getByLabel('Read them').inputValue()).toBe(newer);
    await phone.getByRole('button', { name: 'Leave these words out' }).click();
    await eventually(() =>
      phone.getByRole('heading', { name: 'Other words, kept beside these' }).count(),
    ).toBe(0);
    expect(await words(phone).inputValue()).toBe(older);
  });

  test('a session that ended meanwhile asks to sign in, and the words go on, letter for letter', async () => {
    await context.clearCookies();
    await title(mother).fill(letter.title);
    await words(mother).fill(letter.text);
    if (scripts) {
      await saysSoon(mother, /signed out/);
      expect(await copiesOn(mother)).toHaveLength(1);
    }
    await mother.getByRole('button', { name: 'Keep this draft' }).click();
    await mother.getByRole('heading', { name: 'Please sign in once more' }).waitFor();
    await signInByMail(mother, site);
    await mother.getByRole('heading', { name: 'You are back' }).waitFor();
    await mother.getByRole('button', { name: 'Go on' }).click();
    await eventually(() => words(mother).inputValue()).toBe(letter.text);
    expect(await title(mother).inputValue()).toBe(letter.title);
    expect(new URL(mother.url()).pathname).toBe(sheet);
    expect(await mother.getByText('Other words, kept beside these').count()).toBe(0);
    if (scripts) await eventually(() => copiesOn(mother)).toEqual([]);
  });

  test('readers see a change when it is published and not before', async () => {
    const reader = await begun.somebody({ javaScriptEnabled: false });
    await title(mother).fill(`The first ${scripts}`);
    await words(mother).fill('As it was first.');
    const address = await publishToEveryone(mother);
    const reads = async (): Promise<string | null> => {
      await reader.goto(address);
      return reader.locator('.words').textContent();
    };
    expect(await reads()).toBe('As it was first.');
    if (scripts) await copiesTheAddress(address);
    else expect(await mother.getByRole('button', { name: 'Copy' }).count()).toBe(0);
    await mother.goto(`${site.url}${sheet}`);
    await words(mother).fill('As it is now.');
    await keep(mother);
    expect(await reads()).toBe('As it was first.');
    await mother.getByRole('button', { name: 'Look at the change' }).click();
    await mother.getByRole('button', { name: 'Publish the change' }).click();
    await mother.getByRole('heading', { name: 'Everyone can read it now' }).waitFor();
    expect(await reads()).toBe('As it is now.');
  });

  async function copiesTheAddress(address: string): Promise<void> {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const button = mother.getByRole('button', { name: 'Copy' });
    await button.click();
    await mother.getByRole('button', { name: 'Copied' }).waitFor();
    expect(await mother.evaluate(() => navigator.clipboard.readText())).toBe(address);
    await button.waitFor();
  }

  test('a form that is refused keeps every word', async () => {
    await title(mother).fill(letter.title);
    await words(mother).fill(letter.text);
    await mother.getByText('To whom, when, who signs').click();
    await mother.locator('[name=memory-day]').fill('29');
    await mother.locator('[name=memory-month]').selectOption('2');
    await mother.locator('[name=memory-year]').fill('2023');
    await mother.getByRole('button', { name: 'Keep this draft' }).click();
    await mother.getByText('Everything is saved but').waitFor();
    expect(await mother.locator('#memory-error').textContent()).toContain('does not exist');
    expect(await words(mother).inputValue()).toBe(letter.text);
    expect(await title(mother).inputValue()).toBe(letter.title);
    expect(await mother.locator('[name=memory-day]').inputValue()).toBe('29');
  });
});
