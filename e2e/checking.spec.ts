// @module-tag landing
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Begun, startBegun } from '../test/begun-site.ts';
import { examine } from '../test/examine.ts';
import { inBothWays, journey } from '../test/journey.ts';
import { beginLetter, press, publishToEveryone, title, words } from '../test/journeys.ts';
import { type RunningSite } from '../test/site.ts';

const before =
  'You were here, and the house knew it. The stairs knew it, and the kettle.\n\nI did not sleep. Juni still sets five plates.';
const after =
  'You were here, and the house knew it. The stairs knew it, and the kettle, and the coat with the wide buttons that I could not close.\n\nI did not sleep. Juni still sets five plates, and nobody tells her to stop.';
const arabic = 'حبيبتي، ما زلتُ أكتب إليكِ كل ليلة.\n\nلا أحد يسألني لماذا، ولا أنا أسأل نفسي.';

let site: RunningSite;
let somebody: Begun['somebody'];

journey(startBegun, { javaScriptEnabled: false }, async (begun) => {
  const { mother } = begun;
  ({ site, somebody } = begun);
  const sheet = await beginLetter(mother, site);
  await title(mother).fill('The house');
  await words(mother).fill(before);
  await publishToEveryone(mother);
  await mother.goto(`${site.url}${sheet}`);
  await words(mother).fill(after);
  await press(mother, mother.getByRole('button', { name: 'Look at the change' }));
  await press(mother, mother.getByRole('button', { name: 'Publish the change' }));
  await beginLetter(mother, site);
  await title(mother).fill('رسالة ليلية');
  await words(mother).fill(arabic);
  await mother.getByText(/who signs, the language$/).click();
  await mother.locator('[name=language]').selectOption('ar');
  await publishToEveryone(mother);
});

const garbled = 'You were there, and the home knew it. The stairs knew it, and the old kettle.';

inBothWays('a stranger checks what a newspaper printed', ({ scripts }) => {
  let stranger: Page;

  beforeAll(async () => {
    stranger = await somebody({ javaScriptEnabled: scripts });
  });
  afterAll(() => stranger.context().close());

  /** The same screens without scripts are looked at once. */
  async function look(name: string): Promise<void> {
    if (scripts) await examine(stranger, `checking-${name}`);
  }

  async function check(text: string, language = ''): Promise<void> {
    await stranger.goto(`${site.url}${language}/wren/words/check`);
    await stranger.locator('[name=text]').fill(text);
    await press(stranger, stranger.locator('main form button'));
  }
  const verdict = () => stranger.locator('#answer').textContent();
  const shown = (tag: 'ins' | 'del') => stranger.locator(`blockquote ${tag}`).allTextContents();

  test('a garbled one, and sees what was changed', async () => {
    await stranger.goto(`${site.url}/wren/words/check`);
    await look('empty');
    await stranger.getByLabel('What was printed').fill(garbled);
    await stranger.getByLabel('Which page it is from, if you like').fill('https://paper.example/a-story');
    await press(stranger, stranger.getByRole('button', { name: 'Check', exact: true }));
    expect(await verdict()).toBe('Something was changed');
    expect((await shown('ins')).map(bare)).toEqual(['there', 'home', 'old']);
    expect((await shown('del')).map(bare)).toEqual(['here', 'house']);
    expect(await stranger.locator('main').textContent()).toContain('https://paper.example/a-story');
    await look('altered');
    await stranger.emulateMedia({ media: 'print' });
    expect(await stranger.locator('blockquote').evaluate((quote) => getComputedStyle(quote).display)).toBe(
      'block',
    );
    expect(await stranger.locator('textarea').isVisible()).toBe(false);
    await stranger.emulateMedia({ media: 'screen' });
    await press(stranger, stranger.getByRole('link', { name: /Read it where it stands/ }));
    expect(new URL(stranger.url()).pathname).toBe('/wren/words/the-house');
  });

  test('the link to the answer, in another browser', async () => {
    await check(garbled);
    const link = await stranger.getByLabel('A link to this answer').inputValue();
    const reader = await somebody({ javaScriptEnabled: scripts });
    await reader.goto(link);
    if (scripts) await reader.locator('#answer').waitFor();
    else {
      // What stands behind the # never reaches a server: it is typed once more.
      await reader.getByText('without JavaScript, paste the quotation once more').waitFor();
      await reader.getByLabel('What was printed').fill(garbled);
      await press(reader, reader.getByRole('button', { name: 'Check', exact: true }));
    }
    expect(await reader.locator('#answer').textContent()).toBe('Something was changed');
    expect(await reader.getByLabel('What was printed').inputValue()).toBe(garbled);
    await reader.context().close();
  });

  test.each([
    ['exact', '“The stairs knew it, and the kettle, and the coat”', 'These are the family’s words'],
    ['earlier', 'Juni still sets five plates. ', 'These are the family’s words'],
    [
      'earlier',
      'The stairs knew it, and the kettle.\n\nI did not sleep.',
      'These are earlier words of the family',
    ],
    [
      'shortened',
      'You were here, and the house knew it. […] Juni still sets five plates, and nobody tells her to stop.',
      'The family’s words, shortened',
    ],
    [
      'stitched',
      'I did not sleep. You were here, and the house knew it.',
      'The family’s words, put together from several places',
    ],
    [
      'not-found',
      'Das Haus wusste es, und niemand hat in dieser Nacht ein Auge zugemacht.',
      'Not found among the family’s words',
    ],
  ])('%s: %s', async (name, quotation, says) => {
    await check(quotation);
    expect(await verdict()).toBe(says);
    if (name === 'not-found')
      expect(await stranger.locator('.answer').textContent()).toContain(
        'a translation that the family has not approved',
      );
    await look(says === 'These are the family’s words' ? 'exact' : name);
  });

  test('in Arabic, of words that run from right to left, and of others', async () => {
    await check('حبيبتي، ما زلت أكتب إليك كل يوم', '/ar');
    expect(await stranger.getAttribute('html', 'dir')).toBe('rtl');
    expect((await shown('ins')).map((text) => text.includes('يوم'))).toEqual([true]);
    await look('altered-ar');
    await check(garbled, '/ar');
    expect(await stranger.getAttribute('blockquote', 'dir')).toBe('ltr');
    await look('altered-en-ar');
    await check('the \u202eemoh\u202c knew it, and the kettle, and the \u2067coat', '/ar');
    await look('overridden-ar');
  });

  test('too much, and finds all of it still there', async () => {
    const long = 'The house knew it. '.repeat(3000);
    await check(long);
    await stranger.getByText('This is longer than 50,000 characters.').waitFor();
    expect(await stranger.locator('[name=text]').inputValue()).toBe(long);
  });
});

/** What is heard before and after a change is not seen. */
const bare = (text: string): string => text.replace(/missing:|not theirs:|end of the change\./g, '').trim();
