// @module-tag landing
import { readFile } from 'node:fs/promises';
import ExifReader from 'exifreader';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { startBegun } from '../test/begun-site.ts';
import { cameraPhotograph, canaries } from '../test/camera.ts';
import { letter } from '../test/cast.ts';
import { examine } from '../test/examine.ts';
import { inBothWays, journey } from '../test/journey.ts';
import { beginLetter, press, publishToEveryone, title, words } from '../test/journeys.ts';
import type { RunningSite } from '../test/site.ts';

// A mother says what the press may use and gives it one photograph; a journalist keeps to it, and tells her
// where another paper did not; then she switches it all off.

const said = {
  credit: 'From the letters to Wren, by her parents',
  contact: 'Nobody. Please do not write to us.',
  terms: 'Uncut, and not on a cover.',
};
const garbled = { paper: 'The Harbour Post', printed: '“A year without your laughter”', is: 'A year of you' };

inBothWays('the press', ({ scripts }) => {
  let site: RunningSite;
  let mother: Page;
  let journalist: Page;
  let home: string;
  let picture: string;
  let original: Buffer;

  /** axe is a script of its own. */
  const look = async (page: Page, name: string) => scripts && examine(page, name);
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name });
  const at = async (page: Page, path: string) => (await page.goto(`${site.url}${path}`))?.status();

  journey(startBegun, { javaScriptEnabled: scripts }, async (begun) => {
    ({ site, mother } = begun);
    journalist = await begun.somebody();
    home = new URL(mother.url()).pathname;
    await beginLetter(mother, site);
    await title(mother).fill(letter.title);
    await words(mother).fill(letter.text);
    original = await cameraPhotograph({ width: 2400, height: 1800 });
    await mother
      .locator('input[type=file]')
      .setInputFiles({ name: 'wren.jpg', mimeType: 'image/jpeg', buffer: original });
    if (!scripts) await press(mother, button(mother, 'Keep this draft'));
    await mother.locator('.dropped .thumb').first().waitFor();
    await publishToEveryone(mother);
  });

  test('is off until she switches it on, with a suggestion that she can change', async () => {
    expect(await at(journalist, '/wren/words/press')).toBe(404);
    await at(mother, home);
    await press(mother, link(mother, 'For the press'));
    const uses = mother.getByLabel('What may be quoted and used');
    expect(await uses.inputValue()).toContain('exactly as they stand here');
    await look(mother, 'press-suggested');
    await mother.getByLabel('How to credit it').fill(said.credit);
    await mother.getByLabel('Whom to ask').fill(said.contact);
    await press(mother, button(mother, 'Keep this'));
    expect(await at(journalist, '/wren/words/press')).toBe(404);
    await mother.getByLabel('Show this page to everyone').check();
    await press(mother, button(mother, 'Keep this'));
    expect(await mother.getByRole('status').textContent()).toContain('The page for the press is on.');
    await look(mother, 'press-on');
  });

  test('she releases one photograph, and is told before what that means', async () => {
    await press(mother, link(mother, 'Choose photographs'));
    await look(mother, 'press-choosing');
    await press(mother, link(mother, /not released/));
    expect(await mother.textContent('.changes')).toContain('1800 × 2400 pixels');
    await mother.getByLabel('Terms for this photograph').fill(said.terms);
    await look(mother, 'press-releasing');
    await press(mother, button(mother, 'Release it in full size'));
    expect(await mother.textContent('main')).toContain('released');
  });

  test('a journalist reads it, finds the exact words, and saves the photograph in full size', async () => {
    await at(journalist, '/wren');
    await press(journalist, link(journalist, 'For the press'));
    const page = (await journalist.textContent('main')) ?? '';
    for (const one of [said.credit, said.contact, said.terms, letter.title]) expect(page).toContain(one);
    await look(journalist, 'press-page');
    picture = (await link(journalist, 'Save it in full size').getAttribute('href')) ?? '';
    const [download] = await Promise.all([
      journalist.waitForEvent('download'),
      link(journalist, 'Save it in full size').click(),
    ]);
    expect(download.suggestedFilename()).toBe('wren-a-year-of-you.jpeg');
    const bytes = await readFile(await download.path());
    const tags = ExifReader.load(bytes, { expanded: true });
    expect(Object.keys(tags).toSorted()).toEqual(['file']);
    expect([tags.file?.['Image Width']?.value, tags.file?.['Image Height']?.value]).toEqual([1800, 2400]);
    for (const canary of Object.values(canaries)) expect(bytes.includes(canary)).toBe(false);
    expect(bytes.equals(original)).toBe(false);
    await press(journalist, link(journalist, letter.title).first());
    expect(await journalist.textContent('.words')).toBe(letter.text);
    await at(journalist, '/ar/wren/words/press');
    await look(journalist, 'press-page-ar');
  });

  test('tells of a wrong quotation, without a cookie and without losing what was typed', async () => {
    await at(journalist, '/wren/words/press');
    await press(journalist, link(journalist, 'Tell the family of a wrong quotation'));
    await journalist.getByLabel('Who printed it').fill(garbled.paper);
    await journalist.getByLabel('Its address on the web').fill('harbour.example/wren');
    await journalist.getByLabel('What was printed').fill(garbled.printed);
    await press(journalist, button(journalist, 'Send it'));
    expect(await journalist.textContent('.wrong')).toContain('This is not the address of a page.');
    expect(await journalist.getByLabel('What was printed').inputValue()).toBe(garbled.printed);
    await look(journalist, 'press-telling');
    await journalist.getByLabel('Its address on the web').fill('https://harbour.example/wren');
    await press(journalist, button(journalist, 'Send it'));
    expect(await journalist.textContent('main')).toContain('It is kept for the family.');
    expect(await journalist.context().cookies()).toEqual([]);
  });

  test('checks another one, and tells of it without pasting it again', async () => {
    const printed = 'I have learned to shout your name in shops.\n\nAnd the “ground” shook.';
    await at(journalist, '/wren/words/check');
    await journalist.getByLabel('What was printed').fill(printed);
    await journalist.getByLabel('Which page it is from, if you like').fill('https://harbour.example/wren');
    await press(journalist, button(journalist, 'Check'));
    await look(journalist, 'press-checked');
    await press(journalist, button(journalist, 'Tell the family of a wrong quotation'));
    const typed = async () => [
      await journalist.getByLabel('What was printed').inputValue(),
      await journalist.getByLabel('Its address on the web').inputValue(),
    ];
    expect(await typed()).toEqual([printed, 'https://harbour.example/wren']);
    expect(await journalist.locator('.wrong').count()).toBe(0);
    await look(journalist, 'press-telling-brought');
    await press(journalist, button(journalist, 'Send it'));
    expect(await journalist.textContent('.wrong')).toContain('This is still empty.');
    expect(await typed()).toEqual([printed, 'https://harbour.example/wren']);
    await journalist.getByLabel('Who printed it').fill(garbled.paper);
    await press(journalist, button(journalist, 'Send it'));
    expect(await journalist.textContent('main')).toContain('It is kept for the family.');
    await at(mother, `${home}/corrections`);
    expect(await mother.textContent('main')).toContain('shout your name');
    expect(await journalist.context().cookies()).toEqual([]);
  });

  test('the family asks for it to be corrected, and notes that it was', async () => {
    await at(mother, `${home}/press`);
    await press(mother, link(mother, 'Corrections'));
    expect(await mother.textContent('main')).toContain(garbled.printed);
    await look(mother, 'press-corrections');
    // Two were told; the first of them stands last.
    await press(mother, link(mother, 'Go on with it, or set it aside').last());
    await mother.getByLabel('What it should be').fill(garbled.is);
    await mother.getByLabel('corrected', { exact: true }).check();
    await mother.getByLabel('Show it on the page for the press').check();
    await look(mother, 'press-correction');
    await press(mother, button(mother, 'Keep this'));
    await at(journalist, '/wren/words/press');
    const shown = (await journalist.textContent('main')) ?? '';
    for (const one of [garbled.paper, garbled.printed, garbled.is, 'corrected']) expect(shown).toContain(one);
    expect(await link(journalist, garbled.paper).getAttribute('rel')).toBe('nofollow noopener');
    await look(journalist, 'press-page-corrected');
  });

  test('switched off, all of it is gone at once', async () => {
    expect(await journalist.request.get(`${site.url}${picture}`).then((answer) => answer.status())).toBe(200);
    await at(mother, `${home}/press`);
    await mother.getByLabel('Show this page to everyone').uncheck();
    await press(mother, button(mother, 'Keep this'));
    expect(await mother.getByRole('status').textContent()).toContain('The page for the press is off');
    for (const path of ['/wren/words/press', picture, '/to/wren/correction'])
      expect(await journalist.request.get(`${site.url}${path}`).then((answer) => answer.status())).toBe(404);
    await at(journalist, '/wren');
    expect(await link(journalist, 'For the press').count()).toBe(0);
  });
});
