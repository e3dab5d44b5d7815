// @module-tag landing
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { startBegun } from '../test/begun-site.ts';
import { examine } from '../test/examine.ts';
import { inBothWays, journey } from '../test/journey.ts';
import {
  beginLetter,
  eventually,
  mailsOf,
  nextMail,
  press,
  pressUnanswered,
  publishToEveryone,
  title,
  words,
} from '../test/journeys.ts';
import type { RunningSite } from '../test/site.ts';

const paragraphs = [
  'They said the first year is a staircase.\n  Nobody said it goes down into the garden.',
  'There was snow on it, and through the snow, you.',
];
const turkish = [
  'İlk yıl bir merdivendir dediler.\nBahçeye indiğini kimse söylemedi.',
  'Üstünde kar vardı, karın içinden de sen.',
];

inBothWays('a translation by a link', ({ scripts }) => {
  let site: RunningSite;
  let mother: Page;
  let defne: Page;
  let letter = '';
  let link = '';
  let sheet = '';

  /** Every screen by axe, at the width of a phone and of a desk, by day and night, in English and Arabic. */
  async function look(page: Page, name: string): Promise<void> {
    if (!scripts) return;
    await examine(page, name);
    if (page !== defne) return;
    await page.goto(`${page.url().split('?')[0]}?language=ar`);
    await examine(page, `${name}-ar`);
    await page.goto(`${page.url().split('?')[0]}?language=en`);
  }

  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  const field = (page: Page, number: number) => page.getByLabel(`Paragraph ${number}, Turkish`);

  journey(startBegun, { javaScriptEnabled: scripts }, async (begun) => {
    ({ site, mother } = begun);
    defne = await begun.somebody();
    letter = await beginLetter(mother, site);
    await title(mother).fill('A year of you');
    await words(mother).fill(paragraphs.join('\n\n'));
    await publishToEveryone(mother);
  });

  test('she asks a translator, by mail and by a link to hand over', async () => {
    await mother.goto(`${site.url}/home`);
    await press(mother, mother.getByRole('link', { name: 'Wren' }).first());
    await press(mother, mother.getByRole('link', { name: 'Translations' }));
    await mother.getByLabel('Their name').fill('Defne');
    await mother.getByLabel('Into which language').first().fill('Birdsong');
    await press(mother, button(mother, 'Ask them'));
    await mother.getByText('No language of this name is known here').waitFor();
    expect(await mother.getByLabel('Their name').inputValue()).toBe('Defne');
    await mother.getByLabel('Into which language').first().fill('türkçe');
    await mother.getByLabel('Their mail address').fill('defne@translator.example');
    const before = await mailsOf(site);
    await press(mother, button(mother, 'Ask them'));
    link = await mother.getByLabel('The link to hand over').inputValue();
    await nextMail(site, before, new RegExp(RegExp.escape(link)));
    await mother.getByText('Defne is translating.').waitFor();
    await look(mother, 'translations-asked');
  });

  test('the translator opens it in another browser, and what is typed is kept', async () => {
    await defne.goto(link);
    await look(defne, 'translator-let-in');
    await press(defne, button(defne, 'Begin'));
    sheet = defne.url();
    expect(sheet).not.toContain(link.split('/').at(-1));
    expect(await defne.locator('.as-written').nth(1).textContent()).toBe(paragraphs[0]);
    await field(defne, 1).fill(turkish[0]!);
    if (scripts) await eventually(() => defne.locator('.saved').textContent()).toBe('Saved');
    else await press(defne, button(defne, 'Keep this draft'));
    await defne.goto(sheet);
    expect(await field(defne, 1).inputValue()).toBe(turkish[0]);
  });

  test('from an older page nothing goes over what was kept, and nothing is lost', async () => {
    const older = await defne.context().newPage();
    await older.goto(sheet);
    await field(defne, 2).fill('Kar vardı.');
    if (scripts) await eventually(() => defne.locator('.saved').textContent()).toBe('Saved');
    else await press(defne, button(defne, 'Keep this draft'));
    await field(older, 2).fill('Karın içinden sen.');
    if (scripts) await older.getByText('Nothing here is lost').waitFor();
    await press(older, button(older, 'Keep this draft'));
    await older.getByText('Nothing you typed is lost').waitFor();
    expect(await field(older, 2).inputValue()).toBe('Karın içinden sen.');
    expect(await older.locator('.meanwhile .as-written').textContent()).toBe('Kar vardı.');
    if (scripts) await examine(older, 'translating-older');
    await field(older, 2).fill('Kar vardı. Sen.');
    await press(older, button(older, 'Keep this draft'));
    await older.getByText('Saved', { exact: true }).waitFor();
    await older.close();
    await defne.goto(sheet);
    expect(await field(defne, 2).inputValue()).toBe('Kar vardı. Sen.');
  });

  test('it is offered once everything has words', async () => {
    await press(defne, button(defne, 'Offer it to the parents'));
    await defne.getByText('All you wrote is kept.').waitFor();
    expect(await defne.locator('.wrong').allTextContents()).toEqual(['Nothing stands here yet.']);
    if (scripts) await examine(defne, 'translating-unfinished');
    await defne.getByLabel('The title').fill('Seninle bir yıl');
    const before = await mailsOf(site);
    await press(defne, button(defne, 'Offer it to the parents'));
    await defne.getByText('It is with the parents since').waitFor();
    await look(defne, 'translating-offered');
    await nextMail(site, before, /Defne has translated something of yours into Turkish/);
  });

  test('the mother reads it beside the original and gives it back with a few words', async () => {
    await mother.goto(`${site.url}/home`);
    await press(mother, mother.getByRole('link', { name: 'Defne offers you a translation' }));
    expect(await mother.locator('.pair .as-written[lang=tr]').allTextContents()).toEqual([
      'Seninle bir yıl',
      turkish[0],
      'Kar vardı. Sen.',
    ]);
    await look(mother, 'translation-offered');
    await mother.getByLabel('A note to Defne').fill('The snow is hers,\nplease.');
    if (scripts) await pressUnanswered(mother, button(mother, 'Give it back'));
    const before = await mailsOf(site);
    await press(mother, button(mother, 'Give it back'));
    await mother.getByText('You have given it back').waitFor();
    await look(mother, 'translation-returned');
    await nextMail(site, before, /came back to you/);
  });

  test('offered again and approved, it stands as it was read', async () => {
    await defne.goto(sheet);
    expect(await defne.locator('.notice .kept').textContent()).toBe('The snow is hers,\nplease.');
    await look(defne, 'translating-returned');
    await field(defne, 2).fill(turkish[1]!);
    await press(defne, button(defne, 'Offer it to the parents'));
    await defne.getByText('It is with the parents since').waitFor();
    await mother.reload();
    const before = await mailsOf(site);
    // Typed on while she read: what she approves is what she saw.
    await field(defne, 2).fill('Bir şey daha.');
    if (scripts) await eventually(() => defne.locator('.saved').textContent()).toBe('Saved');
    else await press(defne, button(defne, 'Keep this draft'));
    await press(mother, button(mother, 'Approve it'));
    await mother.getByText('It is no longer as it was when you opened this page').waitFor();
    await defne.goto(sheet);
    await field(defne, 2).fill(turkish[1]!);
    await press(defne, button(defne, 'Offer it to the parents'));
    await mother.goto(mother.url().split('?')[0]!);
    await press(mother, button(mother, 'Approve it'));
    await mother.getByText('Readers have this, with Defne named as its translator.').waitFor();
    await look(mother, 'translation-approved');
    await nextMail(site, before, /Your translation was approved/);
    await defne.reload();
    await defne.getByText('A parent has approved version 1').waitFor();
  });

  test('a changed original marks what is out of date, with what stood there before', async () => {
    await mother.goto(`${site.url}${letter}`);
    await words(mother).fill([paragraphs[0], 'There was snow on it.'].join('\n\n'));
    await press(mother, button(mother, 'Look at the change'));
    await press(mother, button(mother, 'Publish the change'));
    await defne.goto(sheet);
    expect(await defne.locator('.outdated del').textContent()).toBe(paragraphs[1]);
    expect(await field(defne, 2).inputValue()).toBe(turkish[1]);
    await look(defne, 'translating-outdated');
    await press(defne, button(defne, 'Offer it to the parents'));
    // What is said above the sheet leads to the field.
    await defne.getByRole('alert').getByRole('link', { name: 'or say that they still fit' }).click();
    expect(await field(defne, 2).evaluate((one) => one === document.activeElement)).toBe(true);
    await defne.getByLabel('My words still fit').check();
    await press(defne, button(defne, 'Offer it to the parents'));
    await defne.getByText('It is with the parents since').waitFor();
  });

  test('taken back from readers, and the link opens nothing any more', async () => {
    await mother.goto(`${site.url}/home`);
    await press(mother, mother.getByRole('link', { name: 'Defne offers you a translation' }));
    await press(mother, button(mother, 'Approve it'));
    await press(mother, button(mother, 'Take it back'));
    await mother.getByText('Readers do not have this any more.').waitFor();
    await look(mother, 'translation-withdrawn');
    await press(mother, button(mother, 'Bring it back'));
    await mother.getByText('Readers have this').waitFor();
    await field(defne, 1).fill('Son bir söz.');
    await press(mother, button(mother, 'Take the link back'));
    await mother.getByText('No link opens it.').waitFor();
    await press(defne, button(defne, 'Keep this draft'));
    await defne.getByRole('heading', { name: 'This opens nothing here' }).waitFor();
    // What was typed stays the translator's.
    await defne.getByText('Son bir söz.').waitFor();
    if (scripts) await examine(defne, 'translator-over');
    await defne.goto(link);
    await defne.getByRole('heading', { name: 'This opens nothing here' }).waitFor();
    expect(await defne.getByText(paragraphs[1]!).count()).toBe(0);
  });
});
