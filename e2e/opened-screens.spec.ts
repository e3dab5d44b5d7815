// @module-tag landing
import type { Page } from 'playwright-core';
import { test } from 'vitest';
import { type Begun, startBegun } from '../test/begun-site.ts';
import { cameraPhotograph } from '../test/camera.ts';
import { elias, ines, letter } from '../test/cast.ts';
import { examine, examineMails } from '../test/examine.ts';
import { journey } from '../test/journey.ts';
import { beginLetter, press, title, words } from '../test/journeys.ts';
import type { RunningSite } from '../test/site.ts';

// The screens of opening a page step by step, and those of whom it is opened to.

/** Nobody's name is too long for a page. */
const circle = 'The grandparents, and everybody who stood with us in the garden';
const liv = { name: 'Liv Annegret Lind-Halvorsen', signsAs: 'Grandmother Liv', email: 'liv@family.example' };
const may = { name: 'May', signsAs: 'May', email: 'may@family.example' };

let site: RunningSite;
let somebody: Begun['somebody'];
let mother: Page;
let grandmother: Page;
let singer: Page;
let child = '';
let withWren = '';
let withWrenInArabic = '';
let sheet = '';

journey(startBegun, {}, (begun) => {
  ({ site, mother, somebody } = begun);
  child = new URL(mother.url()).pathname;
  withWren = child.replace('/home/memorials', '/with');
  withWrenInArabic = withWren.replace('/with', '/with/ar');
});

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const at = (page: Page, path: string) => page.goto(`${site.url}${path}`);

/** Nora invites somebody by mail, who comes with a browser of their own. */
async function comes(who: typeof elias, role: string): Promise<Page> {
  await at(mother, '/home/family');
  await mother.getByLabel('Their name').fill(who.name);
  await mother.getByLabel('Their mail address').fill(who.email);
  await mother.locator(`[name=role][value=${role}]`).check();
  await press(mother, button(mother, 'Invite'));
  const guest = await somebody();
  await guest.goto(await mother.getByLabel('The link to hand over').inputValue());
  await guest.locator('[name=signs-as]').fill(who.signsAs);
  await press(guest, button(guest, 'Join'));
  return guest;
}

/** A step, or the one circle that there is. */
async function choose(step: string): Promise<void> {
  const named = step === 'some' ? '[value^="circle/"]' : `[value=${step}]`;
  await mother.locator(`[name=audience]${named}`).check();
}

test('a family of four roles, with circles', async () => {
  await comes(elias, 'parent');
  await comes(ines, 'keeper');
  await comes(may, 'doorkeeper');
  grandmother = await comes(liv, 'relative');
  await examine(grandmother, 'home-of-a-relative-welcomed');
  await at(grandmother, '/with');
  await examine(grandmother, 'with-nothing');
  await at(mother, '/home/family');
  await mother.getByLabel('A new circle').fill(circle);
  await press(mother, button(mother, 'Make the circle'));
  await at(mother, '/home/family');
  await examine(mother, 'family-with-circles');
  await press(mother, mother.getByRole('link', { name: circle }));
  await examine(mother, 'circle-of-nobody');
  await at(mother, '/home/family');
  await press(mother, mother.getByRole('link', { name: liv.signsAs }));
  await mother.getByLabel(circle).check();
  await examine(mother, 'member-in-circles');
  await press(
    mother,
    mother.locator('form', { hasText: 'In which circles?' }).getByRole('button', { name: 'Keep this' }),
  );
  await at(mother, '/home/family');
  await press(mother, mother.getByRole('link', { name: circle }));
  await examine(mother, 'circle');
});

test('a letter, and every step of who may see it', async () => {
  sheet = await beginLetter(mother, site);
  await title(mother).fill(letter.title);
  await words(mother).fill(letter.text.trim());
  await mother.locator('input[type=file]').setInputFiles({
    name: 'window.jpg',
    mimeType: 'image/jpeg',
    buffer: await cameraPhotograph({ width: 480, height: 640, orientation: 1 }),
  });
  await press(mother, button(mother, 'Keep this draft'));
  await press(mother, button(mother, 'Choose who sees it'));
  for (const step of ['only-me', 'only-us', 'some', 'circle', 'link', 'everyone']) {
    await choose(step);
    await examine(mother, `publication-for-${step}`);
  }
  await choose('some');
  await press(mother, button(mother, 'Show it to them'));
  await examine(mother, 'published-for-some');
});

test('opening the page further, and keys to it', async () => {
  await at(mother, `${child}/keys`);
  await examine(mother, 'keys-none');
  await at(mother, `${child}/opening`);
  await examine(mother, 'opening-for-some');
  await choose('link');
  await examine(mother, 'opening-link-chosen');
  await press(mother, button(mother, 'Keep this'));
  await at(mother, `${sheet}/publication`);
  await choose('link');
  await press(mother, button(mother, 'Publish for those with the link'));
  await examine(mother, 'published-for-link');
  await at(mother, `${child}/keys`);
  await mother
    .getByLabel('For whom')
    .fill('For the choir of St Brigid’s, and whoever sings with them in spring');
  await press(mother, button(mother, 'Make the key'));
  await examine(mother, 'keys-made');
  const link = await mother.getByLabel('The link with the key').inputValue();
  singer = await somebody();
  await at(singer, '/key');
  await examine(singer, 'key');
  await singer.getByLabel('The key').fill('once upon a time');
  await press(singer, button(singer, 'Open'));
  await examine(singer, 'key-unreadable');
  await singer.goto(link);
  await singer.waitForURL((url) => url.pathname !== '/key');
});

test('what those read who were let in, in both directions', async () => {
  const readers = { relative: grandmother, holder: singer, keeper: mother };
  for (const [as, reader] of Object.entries(readers)) {
    await at(reader, '/with');
    await examine(reader, `with-as-${as}`);
    await at(reader, withWren);
    await examine(reader, `with-child-as-${as}`);
    await at(reader, withWrenInArabic);
    await examine(reader, `with-child-as-${as}-ar`);
  }
  await at(singer, `${withWren}/a-year-of-you`);
  await examine(singer, 'with-letter');
  await at(singer, `${withWrenInArabic}/a-year-of-you`);
  await examine(singer, 'with-letter-ar');
});

test('fewer see it again, and what nobody can call back', async () => {
  await at(mother, `${sheet}/publication`);
  await choose('only-us');
  await examine(mother, 'publication-narrower');
  await press(mother, button(mother, 'Keep it for us'));
  await examine(mother, 'published-narrower');
  await at(mother, `${child}/keys`);
  await press(mother, button(mother, 'Take it back'));
  await examine(mother, 'keys-over');
  await at(mother, `${child}/opening`);
  await choose('circle');
  await press(mother, button(mother, 'Keep this'));
  await examine(mother, 'narrowed');
});

test('the mails that went out meanwhile', async () => {
  await examineMails(await somebody(), site);
});
