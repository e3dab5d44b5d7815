// @module-tag landing
import type { Page } from 'playwright-core';
import { test } from 'vitest';
import { cameraPhotograph } from '../test/camera.ts';
import { letter, nora, wren } from '../test/cast.ts';
import { examine } from '../test/examine.ts';
import { type Browsers, journey, onNewSite } from '../test/journey.ts';
import { press, unfold } from '../test/journeys.ts';
import { type RunningSite } from '../test/site.ts';

let site: RunningSite;
let somebody: Browsers['somebody'];
let mother: Page;
const screens: [name: string, path: string][] = [];

journey(onNewSite({ SNOWDROP_CONTACT: 'host@family.example' }), {}, async (begun) => {
  ({ site, somebody } = begun);
  mother = await somebody();
  const at = (name: string): number => screens.push([name, new URL(mother.url()).pathname]);
  await mother.goto(await site.claimAddress());
  await look('claim');
  await mother.getByLabel('Your name').fill(nora.name);
  await mother.getByLabel('Yes', { exact: false }).check();
  await mother.getByLabel('How you sign your letters').fill(nora.signsAs);
  await press(mother, mother.getByRole('button', { name: 'Begin' }));
  await look('home-empty');
  await press(mother, mother.getByRole('button', { name: 'Make a page for your baby' }));
  at('start-name');
  await press(mother, mother.getByRole('link', { name: 'Not now' }));
  at('start-day');
  await mother.getByLabel('Day', { exact: true }).fill('31');
  await press(mother, mother.getByRole('button', { name: 'Keep this' }));
  await look('start-day-refused');
  await press(mother, mother.getByRole('link', { name: 'Not now' }));
  at('start-words');
  await press(mother, mother.getByRole('link', { name: 'Not now' }));
  at('start-portrait');
  await press(mother, mother.getByRole('link', { name: 'Not now' }));
  await look('child-with-nothing');
  await press(mother, mother.getByRole('link', { name: 'Name, days, portrait' }));
  at('about-child');
  await mother.getByLabel('What we call you').fill(wren.called);
  await mother.getByLabel('A sentence beneath the name').fill(wren.sentence);
  const born = mother.locator('details', { hasText: 'Born' }).filter({ hasText: 'The date' });
  await born.first().locator('summary').click();
  await mother.locator('[name=day-born-day]').fill(wren.born.day);
  await mother.locator('[name=day-born-month]').selectOption(wren.born.month);
  await mother.locator('[name=day-born-year]').fill(wren.born.year);
  await mother.locator('[name=day-born-words]').fill(wren.bornWords);
  await press(mother, mother.getByRole('button', { name: 'Keep this' }));
  const child = new URL(mother.url()).pathname;
  screens.push(['child-at-home', child], ['opening', `${child}/opening`], ['leaving', `${child}/leaving`]);
  await press(mother, mother.getByRole('button', { name: 'Write to Wren' }));
  await look('writing-empty');
  await mother.getByLabel('A title').fill(letter.title);
  await mother.getByLabel('Your words to Wren').fill(letter.text.trim());
  await mother.locator('input[type=file]').setInputFiles({
    name: 'hospital.jpg',
    mimeType: 'image/jpeg',
    buffer: await cameraPhotograph({ width: 640, height: 480, orientation: 1 }),
  });
  await press(mother, mother.getByRole('button', { name: 'Keep this draft' }));
  await mother.locator('.dropped .thumb').waitFor();
  await mother.locator('[name^=caption-]').fill('The room with the radiator that sang.');
  await unfold(mother.locator('.dropped'));
  await mother.locator('[name^=alternative-]').fill('A hospital window in the evening');
  await mother.locator('[name^=after-]').selectOption('0');
  await press(mother, mother.getByRole('button', { name: 'Choose who sees it' }));
  at('publication');
  await mother.locator('[name=audience][value=everyone]').check();
  await press(mother, mother.getByRole('button', { name: 'Publish to everyone' }));
  at('published');
  screens.push(['writing', new URL(mother.url()).pathname.replace('/published', '')]);
  screens.push(['preview', new URL(mother.url()).pathname.replace('/published', '/preview')]);
  await mother.goto(`${site.url}/home/family`);
  await mother.getByLabel('Their name').fill('Elias');
  await press(mother, mother.getByRole('button', { name: 'Invite', exact: true }));
  await look('family-with-link');
  const join = new URL(await mother.getByLabel('The link to hand over').inputValue()).pathname;
  screens.push(
    ['join', join],
    ['home', '/home'],
    ['you', '/home/you'],
    ['recovery', '/home/you/recovery'],
    ['family', '/home/family'],
    ['reports', '/host/reports'],
    ['handing-over', '/host/handing-over'],
  );
});

/** A screen that only an act leads to is looked at where it stands. */
async function look(name: string): Promise<void> {
  await examine(mother, name);
}

test('what the family sees', async () => {
  for (const [name, path] of screens) {
    if (name === 'join') continue;
    await mother.goto(`${site.url}${path}`);
    await examine(mother, name);
  }
});

test('what everybody sees, in both directions', async () => {
  const stranger = await somebody();
  const joinPath = screens.find(([name]) => name === 'join')![1];
  const open: [string, string][] = [
    ['front', '/'],
    ['front-ar', '/ar'],
    ['about', '/about'],
    ['about-ar', '/ar/about'],
    ['child', '/wren'],
    ['child-ar', '/ar/wren'],
    ['letter', '/wren/a-year-of-you'],
    ['letter-ar', '/ar/wren/a-year-of-you'],
    ['report', '/to/wren/report'],
    ['report-ar', '/to/wren/report?about=/ar/wren'],
    ['sign-in', '/sign-in'],
    ['sign-in-recovery', '/sign-in/recovery'],
    ['not-found', '/nobody'],
    ['not-found-ar', '/ar/nobody'],
    ['join', joinPath],
  ];
  for (const [name, path] of open) {
    await stranger.goto(`${site.url}${path}`);
    await examine(stranger, name);
  }
  await stranger.goto(`${site.url}/sign-in`);
  await stranger.getByLabel('Your mail address').fill(nora.email);
  await stranger.getByRole('button', { name: 'Ask for a link' }).click();
  await examine(stranger, 'sign-in-code');
});
