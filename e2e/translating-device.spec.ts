// @module-tag landing
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { startBegun } from '../test/begun-site.ts';
import { journey } from '../test/journey.ts';
import { copiesOn, eventually, publishToEveryone, press, words } from '../test/journeys.ts';

const snow = 'There was snow on the first day.';
const garden = 'The garden was full of birds.';
const kar = 'İlk gün kar vardı.';
const bahçe = 'Bahçe kuş doluydu.';

let mother: Page;
let defne: Page;
let sheet = '';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const field = (page: Page, number: number) => page.getByLabel(`Paragraph ${number}, Turkish`);
const says = (sentence: string) => eventually(() => defne.locator('.saved').textContent()).toBe(sentence);

journey(startBegun, {}, async (begun) => {
  ({ mother } = begun);
  defne = await begun.somebody();
  await mother.getByRole('button', { name: 'Write to Wren' }).click();
  await words(mother).fill(`${snow}\n\n${garden}`);
  const letter = new URL(mother.url()).pathname;
  await publishToEveryone(mother);
  await mother.goto(`${begun.site.url}${letter}/translations`);
  await mother.getByLabel('Their name').fill('Defne');
  await mother.getByLabel('Into which language').first().fill('Türkçe');
  await press(mother, button(mother, 'Ask them'));
  await defne.goto(await mother.getByLabel('The link to hand over').inputValue());
  await press(defne, button(defne, 'Begin'));
  sheet = defne.url();
  await mother.goto(`${begun.site.url}${letter}`);
});

test('without a connection the words stay on the device, and the button goes on by itself', async () => {
  await field(defne, 1).fill(kar);
  await says('Saved');
  await defne.context().setOffline(true);
  await field(defne, 2).fill('Bahçe');
  await says('There is no connection. Please leave this page open; it goes on by itself once there is one.');
  await button(defne, 'Keep this draft').click();
  expect(await copiesOn(defne)).toHaveLength(1);
  await defne.context().setOffline(false);
  await defne.waitForURL(/\?kept$/);
  expect(await field(defne, 2).inputValue()).toBe('Bahçe');
  expect(await copiesOn(defne)).toEqual([]);
});

test('what was left there beside an original that has changed since stands beside the one of now', async () => {
  const device = defne.context();
  await device.setOffline(true);
  await field(defne, 2).fill(bahçe);
  await eventually(() => copiesOn(defne)).toHaveLength(1);
  await defne.close();
  await device.setOffline(false);
  await words(mother).fill(`${snow}\n\nThe garden was full of larks.`);
  await press(mother, button(mother, 'Look at the change'));
  await press(mother, button(mother, 'Publish the change'));
  defne = await device.newPage();
  // Left again without a word, it comes again.
  for (const _ of ['first', 'again']) {
    await defne.goto(sheet);
    await defne.getByText('or the original was changed').waitFor();
    expect(await field(defne, 2).inputValue()).toBe(bahçe);
    expect(await defne.locator('.outdated del').textContent()).toBe(garden);
    expect(await copiesOn(defne)).toHaveLength(1);
  }
  await press(defne, button(defne, 'Keep this draft'));
  expect(await field(defne, 1).inputValue()).toBe(kar);
  expect(await field(defne, 2).inputValue()).toBe(bahçe);
  expect(await copiesOn(defne)).toEqual([]);
  await defne.goto(sheet);
  expect(await field(defne, 2).inputValue()).toBe(bahçe);
});
