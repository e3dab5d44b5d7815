// @module-tag landing
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { type Begun, startBegun } from '../test/begun-site.ts';
import { examine } from '../test/examine.ts';
import { inBothWays, journey } from '../test/journey.ts';
import { beginLetter, press, publishToEveryone, title, words } from '../test/journeys.ts';
import type { RunningSite } from '../test/site.ts';

const english = [
  'Wren,',
  'They said the first year is a staircase.\n  Nobody said it goes down into the garden.',
  'There was snow on it, and through the snow, you.',
];
const arabic = [
  'رين،',
  'قالوا إن السنة الأولى درج.\n  ولم يقل أحد إنه ينزل إلى الحديقة.',
  'كان عليه ثلج، ومن بين الثلج، أنتِ.',
];

inBothWays('a stranger reads what was translated', ({ scripts }) => {
  let site: RunningSite;
  let somebody: Begun['somebody'];
  let mother: Page;
  let stranger: Page;
  let sheet = '';
  let path = '';
  const seen: string[] = [];

  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true });
  const pathOf = (page: Page) => new URL(page.url()).pathname;

  /** Every screen by axe, at the width of a phone and of a desk, by day and night. */
  async function look(page: Page, name: string): Promise<void> {
    seen.push(pathOf(page));
    if (scripts) await examine(page, name);
  }

  /** Which language and direction the words of a page have, and what they are. */
  const shown = (page: Page, what = '.words') =>
    page
      .locator(what)
      .evaluateAll((found) =>
        found.map((one) => [one.getAttribute('lang'), one.getAttribute('dir'), one.textContent]),
      );

  async function isApproved(language: string, translator: string, texts: readonly string[]): Promise<void> {
    await mother.goto(`${site.url}${sheet}/translations`);
    await mother.getByLabel('Their name').fill(translator);
    await mother.getByLabel('Into which language').first().fill(language);
    await press(mother, button(mother, 'Ask them'));
    const theirs = await somebody({ javaScriptEnabled: false });
    await theirs.goto(await mother.getByLabel('The link to hand over').inputValue());
    await press(theirs, button(theirs, 'Begin'));
    const [named, ...paragraphs] = texts;
    await theirs.getByLabel('The title').fill(named!);
    for (const [at, text] of paragraphs.entries())
      await theirs.getByLabel(new RegExp(`^Paragraph ${at + 1},`)).fill(text);
    await press(theirs, button(theirs, 'Offer it to the parents'));
    await mother.goto(`${site.url}/home`);
    await press(mother, mother.getByRole('link', { name: `${translator} offers you a translation` }));
    await press(mother, button(mother, 'Approve it'));
    await theirs.context().close();
  }

  journey(startBegun, { javaScriptEnabled: scripts }, async (begun) => {
    ({ site, mother, somebody } = begun);
    stranger = await somebody({ locale: 'ar' });
    sheet = await beginLetter(mother, site);
    await title(mother).fill('A year of you');
    await words(mother).fill(english.join('\n\n'));
    path = new URL(await publishToEveryone(mother)).pathname;
    await isApproved('العربية', 'Leïla', ['عام معكِ', ...arabic]);
    await isApproved('Türkçe', 'Defne', ['Seninle bir yıl', 'Wren,', 'Bir merdiven.', 'Kar vardı.']);
  });

  test('what they read is in the language of the page, never in that of their browser', async () => {
    await stranger.goto(`${site.url}${path}`);
    expect(await shown(stranger)).toEqual([['en', 'ltr', english.join('\n\n')]]);
    await look(stranger, 'translations-original');
    await press(stranger, stranger.locator('.langs').getByRole('link', { name: 'العربية' }));
    expect(pathOf(stranger)).toBe(`/ar${path}`);
    expect(await shown(stranger)).toEqual([['ar', 'rtl', arabic.join('\n\n')]]);
    expect(await stranger.getByRole('heading', { level: 1 }).textContent()).toBe('عام معكِ');
    expect(await stranger.locator('.translated').textContent()).toContain('Leïla');
    await look(stranger, 'translation-read');
  });

  test('the original is one tap away, and so is every other language', async () => {
    await press(stranger, link(stranger, 'الأصل، باللغة الإنجليزية'));
    expect(await shown(stranger)).toEqual([['en', 'ltr', english.join('\n\n')]]);
    expect(await stranger.getAttribute('html', 'dir')).toBe('rtl');
    await look(stranger, 'translations-original-ar');
    await press(stranger, link(stranger, 'Türkçe'));
    expect(await shown(stranger)).toMatchObject([['tr', 'ltr', expect.stringContaining('Kar vardı.')]]);
    await look(stranger, 'translation-tr-in-ar');
  });

  test('both stand beside each other, and on a phone one beneath the other', async () => {
    await stranger.goto(`${site.url}/ar${path}`);
    await press(stranger, link(stranger, 'النصّان جنبًا إلى جنب'));
    expect(await shown(stranger, '.as-written')).toEqual(
      [['A year of you', 'عام معكِ'], ...english.map((text, at) => [text, arabic[at]])].flatMap(
        ([ours, theirs]) => [
          ['en', 'ltr', ours],
          ['ar', 'rtl', theirs],
        ],
      ),
    );
    const [ours, theirs] = [2, 3].map((at) => stranger.locator('.as-written').nth(at));
    await stranger.setViewportSize({ width: 1280, height: 800 });
    const wide = [(await ours!.boundingBox())!, (await theirs!.boundingBox())!];
    expect(Math.round(wide[0]!.y)).toBe(Math.round(wide[1]!.y));
    // Right to left: the original comes first, at the right.
    expect(wide[0]!.x).toBeGreaterThan(wide[1]!.x + wide[1]!.width);
    await stranger.setViewportSize({ width: 360, height: 800 });
    const narrow = [(await ours!.boundingBox())!, (await theirs!.boundingBox())!];
    expect(narrow[1]!.y).toBeGreaterThanOrEqual(narrow[0]!.y + narrow[0]!.height);
    await look(stranger, 'beside-ar');
    await stranger.goto(`${site.url}${path}/beside/ar`);
    await look(stranger, 'beside');
  });

  test('the child’s page and the feed have its title and words in their language', async () => {
    await stranger.goto(`${site.url}/ar/wren`);
    await link(stranger, 'عام معكِ').waitFor();
    expect(await shown(stranger)).toEqual([['ar', 'rtl', arabic.join('\n\n')]]);
    await look(stranger, 'child-translated-ar');
    const feed = await (await fetch(`${site.url}/ar/wren/feed.atom`)).text();
    expect(feed).toContain('عام معكِ');
    seen.push('/ar/wren/feed.atom', `/wren/words${path.replace('/wren', '')}.ar.txt`);
  });

  test('it says gently that the original was changed, and where that stands', async () => {
    await mother.goto(`${site.url}${sheet}`);
    await words(mother).fill([...english.slice(0, 2), 'There was snow on it.'].join('\n\n'));
    await press(mother, button(mother, 'Look at the change'));
    await press(mother, button(mother, 'Publish the change'));
    await stranger.goto(`${site.url}${path}/in/ar`);
    await stranger.getByText('The original has been changed since.').waitFor();
    await look(stranger, 'translation-behind');
    await press(stranger, link(stranger, 'The original as it was then'));
    expect(await shown(stranger)).toEqual([['en', 'ltr', english.join('\n\n')]]);
    await stranger.goto(`${site.url}${path}/in/ar/versions/1`);
    await look(stranger, 'translation-version');
    await stranger.goto(`${site.url}${path}/beside/ar`);
    await look(stranger, 'beside-behind');
  });

  test('once it is for fewer, everything of it is gone', async () => {
    await mother.goto(`${site.url}${sheet}/publication`);
    await mother.locator('[name=audience][value=only-us]').check();
    await press(mother, button(mother, 'Keep it for us'));
    expect(seen.length).toBeGreaterThan(10);
    for (const one of new Set(seen)) {
      const answer = await fetch(`${site.url}${one}`);
      const text = await answer.text();
      const found = /عام معكِ|الحديقة|Leïla|Defne|Kar vardı|staircase/.exec(text)?.[0];
      expect([one, found]).toEqual([one, undefined]);
      if (one.includes(path.replace('/wren', ''))) expect([one, answer.status]).toEqual([one, 404]);
    }
    await mother.goto(`${site.url}/home`);
    await press(mother, mother.getByRole('link', { name: 'Wren' }).first());
    await press(mother, link(mother, 'A year of you'));
    await press(mother, link(mother, 'العربية'));
    expect(await shown(mother)).toEqual([['ar', 'rtl', arabic.join('\n\n')]]);
    await look(mother, 'translation-at-home');
  });
});
