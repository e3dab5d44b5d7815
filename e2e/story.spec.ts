import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { cameraPhotograph } from '../test/camera.ts';
import { elias, letter, nora, wren } from '../test/cast.ts';
import { type ClockedSite, startClockedSite } from '../test/clocked-site.ts';
import { journey } from '../test/journey.ts';
import { claimSite, confirmAddress, eventually, press, signInByMail } from '../test/journeys.ts';
import { siteDatabases } from '../test/own-site.ts';

// The story that this was made for, from start to end: the birth; three days later a first photograph for
// everyone; weeks later the chapters that point to it; two siblings; the farewell; a year later, on the day
// and by itself, a letter that both parents signed.

const story = {
  photograph: 'Your hand, the evening you came.',
  chapters: [
    { title: 'The winter before', text: 'We had painted the room the colour of eggshell.\n\nIt snowed.' },
    { title: 'Fourteenth of February', text: 'You came at twenty to eight.\nNobody said anything.' },
    { title: 'What we carried home', text: 'A box, a hat, and the photograph that you all have seen.' },
  ],
  points: 'this is the day of that first photograph',
  farewell: { place: 'On the jetty, in the snow', text: 'We let the ashes go where the swans sleep.' },
  siblings: ['Juno', 'Emil'],
};

type Way = { database: (typeof siteDatabases)[number]; scripts: boolean };

for (const database of siteDatabases) {
  for (const scripts of [true, false]) {
    // Each database and each way once in every check; those that cross them before a change lands.
    const isCrossed = siteDatabases.length > 1 && scripts !== (database === 'SQLite');
    const tags = isCrossed ? ['landing'] : [];
    const name = `a year of Wren, on ${database}, ${scripts ? 'with' : 'without'} JavaScript`;
    describe(name, { tags }, () => tellYear({ database, scripts }));
  }
}

function tellYear({ database, scripts }: Way): void {
  let site: ClockedSite;
  let mother: Page;
  let father: Page;
  let stranger: Page;

  const start = async () => {
    const server = database === 'SQLite' ? undefined : process.env['SNOWDROP_TEST_DATABASE_URL'];
    return { site: await startClockedSite('2023-02-15T03:00:00.000Z', server) };
  };
  journey(start, { javaScriptEnabled: scripts }, async (begun) => {
    ({ site } = begun);
    [mother, father] = [await begun.somebody(), await begun.somebody()];
    stranger = await begun.somebody({ javaScriptEnabled: false });
  });

  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });

  async function begin(name: string): Promise<void> {
    await mother.goto(`${site.url}/home`);
    await press(mother, mother.getByRole('link', { name: wren.called }).first());
    await press(mother, button(mother, name));
  }

  async function happened({ day, month, year }: { day: string; month: string; year: string }): Promise<void> {
    const field = mother.locator('[name=memory-day]');
    if (!(await field.isVisible())) await mother.locator('details:has([name=memory-day]) > summary').click();
    await field.fill(day);
    await mother.locator('[name=memory-month]').selectOption(month);
    await mother.locator('[name=memory-year]').fill(year);
  }

  async function publishToEveryone(): Promise<void> {
    await press(mother, button(mother, 'Choose who sees it'));
    await mother.locator('[name=audience][value=everyone]').check();
    await press(mother, button(mother, 'Publish to everyone'));
    expect(await mother.textContent('h1')).toBe('Everyone can read it now');
  }

  test('the night after the birth, a page that only they see', async () => {
    await claimSite(mother, site);
    await press(mother, button(mother, 'Make a page for your baby'));
    await mother.getByLabel('What we call you').fill(wren.called);
    await press(mother, button(mother, 'Keep this'));
    await mother.getByLabel('Day', { exact: true }).fill(wren.born.day);
    await mother.getByLabel('Month').selectOption(wren.born.month);
    await mother.getByLabel('Year').fill(wren.born.year);
    await mother.getByLabel('Your words before it').fill(wren.bornWords);
    await press(mother, button(mother, 'Keep this'));
    for (const _ of ['words', 'portrait']) await press(mother, mother.getByRole('link', { name: 'Not now' }));
    expect(await mother.textContent('h1')).toBe(wren.called);

    await mother.goto(`${site.url}/home/family`);
    await mother.getByLabel('Their name').fill(elias.name);
    await press(mother, button(mother, 'Invite'));
    await father.goto(await mother.getByLabel('The link to hand over').inputValue());
    await father.getByLabel('Your name').fill(elias.name);
    await father.getByLabel('How you sign your letters').fill(elias.signsAs);
    await father.getByLabel('Your mail address').fill(elias.email);
    await confirmAddress(father, site, () => button(father, 'Join').click());
    await father.goto(`${site.url}/home`);
    expect(await father.textContent('main')).toContain(wren.called);
    expect((await stranger.goto(`${site.url}/wren`))?.status()).toBe(404);
  });

  test('three days later, the first photograph, to everyone', async () => {
    site.clock.set('2023-02-17T20:00:00.000Z');
    await begin('Add photographs');
    await mother.locator('input[type=file]').setInputFiles({
      name: 'hand.jpg',
      mimeType: 'image/jpeg',
      buffer: await cameraPhotograph({ width: 480, height: 360, orientation: 1 }),
    });
    if (!scripts) await press(mother, button(mother, 'Keep this draft'));
    await mother.locator('.dropped .thumb').first().waitFor();
    await mother.locator('[name=title]').fill('The first photograph');
    await mother.locator('[name=text]').fill(story.photograph);
    await happened(wren.born);
    await publishToEveryone();

    await stranger.goto(`${site.url}/wren`);
    expect(await stranger.textContent('.days')).toContain(wren.bornWords);
    expect(await stranger.textContent('.memories')).toContain(story.photograph);
    expect(await stranger.locator('.memories picture').count()).toBe(1);
  });

  test('weeks later, the story that explains it, in three chapters', async () => {
    site.clock.set('2023-03-20T21:00:00.000Z');
    for (const [index, chapter] of story.chapters.entries()) {
      await begin('A chapter of the story');
      await mother.locator('[name=title]').fill(chapter.title);
      await mother.locator('[name=text]').fill(chapter.text);
      if (index === 1) {
        await mother.locator('details:has([name=points-to-0]) > summary').click();
        const first = mother.locator('[name=points-to-0] option', { hasText: 'The first photograph' });
        await mother.locator('[name=points-to-0]').selectOption(await first.getAttribute('value'));
        await mother.locator('[name=points-words-0]').fill(story.points);
        await happened(wren.born);
      }
      await publishToEveryone();
    }
    await stranger.goto(`${site.url}/wren/story`);
    const whole = (await stranger.textContent('main')) ?? '';
    const places = story.chapters.map(({ text }) => whole.indexOf(text.slice(0, 30)));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    await stranger.goto(`${site.url}/wren/the-first-photograph`);
    await press(stranger, stranger.getByRole('link', { name: 'Fourteenth of February' }));
    expect(await stranger.textContent('main')).toContain(story.points);
    await press(stranger, stranger.getByRole('link', { name: story.points }));
    expect(new URL(stranger.url()).pathname).toBe('/wren/the-first-photograph');
  });

  test('the two who are there, and the farewell', async () => {
    site.clock.set('2023-03-25T10:00:00.000Z');
    await mother.goto(`${site.url}/home`);
    await press(mother, mother.getByRole('link', { name: wren.called }).first());
    await press(mother, mother.getByRole('link', { name: 'Name, days, portrait' }));
    for (const [index, sibling] of story.siblings.entries()) {
      const field = mother.locator('[name^=sibling-new-][name$=-name]').last();
      if (!(await field.isVisible()))
        await mother.locator('summary', { hasText: 'Sisters and brothers' }).click();
      await field.fill(sibling);
      await press(mother, button(mother, 'Keep this'));
      if (index === 0) await press(mother, mother.getByRole('link', { name: 'Name, days, portrait' }));
    }
    await press(mother, mother.getByRole('link', { name: 'Who can find this page' }));
    await mother.getByLabel('The sisters and brothers').check();
    await press(mother, button(mother, 'Keep this'));

    await begin('The farewell');
    await mother.locator('[name=place]').fill(story.farewell.place);
    await mother.locator('[name=text]').fill(story.farewell.text);
    await happened({ day: '24', month: '3', year: '2023' });
    await publishToEveryone();

    await stranger.goto(`${site.url}/wren`);
    const page = (await stranger.textContent('main')) ?? '';
    for (const shown of [...story.siblings, story.farewell.place, story.farewell.text])
      expect(page).toContain(shown);
  });

  test('a year later, a letter that both sign, set for the morning of the day', async () => {
    site.clock.set('2024-02-10T22:00:00.000Z');
    await mother.goto(`${site.url}/home`);
    if (new URL(mother.url()).pathname === '/sign-in') await signInByMail(mother, site);
    await begin(`Write to ${wren.called}`);
    const sheet = new URL(mother.url()).pathname;
    await mother.locator('[name=title]').fill(letter.title);
    await mother.locator('[name=text]').fill(letter.text);
    await mother.locator('details:has([name^=signs-]) > summary').click();
    for (const box of await mother.locator('[name^=signs-]').all()) await box.check();
    await press(mother, button(mother, 'Choose who sees it'));
    const ask = button(mother, `Ask ${elias.signsAs} to sign`);
    if (await ask.isVisible()) await press(mother, ask);

    await father.goto(`${site.url}/home`);
    if (new URL(father.url()).pathname === '/sign-in') await signInByMail(father, site, elias.email);
    await press(father, father.getByRole('link', { name: /asks you to sign/ }));
    expect(await father.textContent('.words')).toBe(letter.text);
    await press(father, button(father, 'Sign it'));

    await mother.goto(`${site.url}${sheet}/publication`);
    await mother.locator('[name=audience][value=everyone]').check();
    await mother.locator('[name=when][value=at]').check();
    await mother.locator('[name=at-day]').fill('14');
    await mother.locator('[name=at-month]').selectOption('2');
    await mother.locator('[name=at-year]').fill('2024');
    await mother.locator('[name=at-time]').fill('07:40');
    await mother.locator('[name=zone]').selectOption('Europe/Berlin');
    await press(mother, button(mother, /Set it for this time|Publish/));
    expect((await stranger.goto(`${site.url}/wren/a-year-of-you`))?.status()).toBe(404);
  });

  test('on the day, at the minute, everyone can read it, letter for letter', async () => {
    site.clock.set('2024-02-14T06:40:00.000Z');
    await eventually(async () => (await stranger.goto(`${site.url}/wren/a-year-of-you`))?.status()).toBe(200);
    expect(await stranger.textContent('.words')).toBe(letter.text);
    expect(await stranger.textContent('.signed')).toBe(`${nora.signsAs} and ${elias.signsAs}`);
    expect(await stranger.textContent('.facts')).toContain('14 February 2024');
    await stranger.goto(`${site.url}/wren`);
    const titles = await stranger.locator('.memory h2').allTextContents();
    expect(titles.at(-1)).toBe(letter.title);
    expect(titles[0]).toBe('The first photograph');
  });
}
