// @module-tag landing
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { startBegun } from '../test/begun-site.ts';
import { nora } from '../test/cast.ts';
import { examine } from '../test/examine.ts';
import { inBothWays, journey } from '../test/journey.ts';
import { beginLetter, press, publishToEveryone, title, words } from '../test/journeys.ts';
import { type RunningSite } from '../test/site.ts';

inBothWays('in other hands', ({ scripts }) => {
  let site: RunningSite;
  let mother: Page;
  let aunt: Page;
  let reader: Page;
  let next: Page;
  let home = '';

  const go = (page: Page, path: string) => page.goto(`${site.url}${path}`);
  const button = (page: Page, name: string) => press(page, page.getByRole('button', { name }));
  const text = (page: Page) => page.textContent('main');
  const statusOf = async (path: string): Promise<number> =>
    (await reader.request.get(`${site.url}${path}`)).status();

  journey(startBegun, { javaScriptEnabled: scripts }, async (begun) => {
    ({ site, mother } = begun);
    [aunt, reader, next] = [await begun.somebody(), await begun.somebody(), await begun.somebody()];
    home = new URL(mother.url()).pathname;
    await beginLetter(mother, site);
    await title(mother).fill('The lights');
    await words(mother).fill('Wren, the whole street left its lights on.');
    await button(mother, 'Keep this draft');
    await publishToEveryone(mother);
  });

  test('a page that was reported is paused, and comes back as it was', async () => {
    await go(reader, '/to/wren/report?about=/wren');
    await reader.locator('[name=text]').fill('This photograph is not hers.');
    await press(reader, reader.locator('main form button').first());
    await go(mother, '/host/reports');
    await button(mother, 'Pause the page');
    expect(await text(mother)).toContain('A page that you paused');
    if (scripts) await examine(mother, 'reports-paused');
    expect([await statusOf('/wren'), await statusOf('/wren/the-lights')]).toEqual([404, 404]);
    await go(mother, home);
    expect(await text(mother)).toContain('has paused this page');
    expect(await text(mother)).toContain('the whole street left its lights on');
    await go(mother, '/host/reports');
    await button(mother, 'Let the page come back');
    expect([await statusOf('/wren'), await statusOf('/wren/the-lights')]).toEqual([200, 200]);
  });

  test('whoever was named for later asks to be a parent, and the mother, who is there, says no', async () => {
    await go(mother, '/home/family');
    await mother.locator('[name=name]').last().fill('Ines Vale');
    await mother.locator('[name=role][value=keeper]').check();
    await button(mother, 'Invite');
    await aunt.goto(await mother.locator('input[readonly]').inputValue());
    await aunt.getByLabel('Your name').fill('Ines Vale');
    await button(aunt, 'Join');
    await go(mother, '/home/family');
    await press(mother, mother.getByRole('link', { name: 'Ines Vale' }));
    await button(mother, 'Ask Ines Vale to be there then');
    await go(aunt, '/home');
    await press(aunt, aunt.getByRole('link', { name: 'be there for the pages' }));
    await button(aunt, 'Yes, I will');
    await go(aunt, '/home/family');
    await press(aunt, aunt.getByRole('link', { name: 'What you can do then' }));
    if (scripts) await examine(aunt, 'succession');
    await button(aunt, 'Ask to be a parent now');
    expect(await text(aunt)).toContain(`Unless ${nora.name} says no`);
    await go(mother, '/home');
    await press(mother, mother.getByRole('link', { name: 'Ines Vale asks to be a parent here now' }));
    if (scripts) await examine(mother, 'succession-asked');
    await button(mother, 'I am here: not now');
    await go(aunt, '/home/family');
    expect(await text(aunt)).toContain(`If ${nora.name} cannot be there`);
    expect(await text(aunt)).toContain('Ines Vale');
  });

  test('the site is handed over by a link, and her family stays hers', async () => {
    await go(mother, '/host/invitations');
    await press(mother, mother.getByRole('link', { name: 'Hand this site over' }));
    await button(mother, 'Make the link');
    const link = await mother.locator('input[readonly]').inputValue();
    if (scripts) await examine(mother, 'handing-over');
    await next.goto(link);
    expect(await text(next)).toContain(`${nora.name} looks after this site`);
    if (scripts) await examine(next, 'take-over');
    await next.getByLabel('Your name').fill('Jo Hart');
    await button(next, 'Yes, I will');
    expect(await next.textContent('h1')).toBe('You look after this site');
    await go(next, '/host/reports');
    expect(await text(next)).toContain('This photograph is not hers.');
    await go(mother, '/home');
    expect(await mother.getByRole('link', { name: 'What readers told us' }).count()).toBe(0);
    await go(mother, home);
    expect(await text(mother)).toContain('the whole street left its lights on');
    await go(reader, new URL(link).pathname);
    expect(await text(reader)).toContain('This page cannot be read here');
  });
});
