// @module-tag landing
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { type Begun, startBegun } from '../test/begun-site.ts';
import { elias, ines, wren } from '../test/cast.ts';
import { examine, examineMails } from '../test/examine.ts';
import { inBothWays, journey } from '../test/journey.ts';
import { beginLetter, confirmAddress, press, title, words } from '../test/journeys.ts';
import type { RunningSite } from '../test/site.ts';

const grandmother = { name: 'Greta Lind', signsAs: 'Oma', email: 'greta@family.example' };

inBothWays('who belongs', ({ scripts }) => {
  let site: RunningSite;
  let mother: Page;
  let father: Page;
  let aunt: Page;
  let oma: Page;
  let somebody: Begun['somebody'];

  journey(startBegun, { javaScriptEnabled: scripts }, async (begun) => {
    ({ site, mother, somebody } = begun);
    [father, aunt, oma] = [await somebody(), await somebody(), await somebody()];
  });

  const at = (page: Page, path: string) => page.goto(`${site.url}${path}`);
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  const says = (page: Page) => page.locator('main').innerText();

  /** Nora invites somebody, who takes the invitation up in a browser of their own. */
  async function comes(guest: Page, who: typeof elias, role: string, called: string): Promise<void> {
    await at(mother, '/home/family');
    await mother.getByLabel('Their name').fill(who.name);
    await mother.locator(`[name=role][value=${role}]`).check();
    await press(mother, button(mother, 'Invite'));
    await guest.goto(await mother.getByLabel('The link to hand over').inputValue());
    await look(guest, `join-${role}`);
    await guest.getByLabel(called).fill(who.signsAs);
    await guest.getByLabel('Your mail address').fill(who.email);
    await confirmAddress(guest, site, () => button(guest, 'Join').click());
  }

  /** axe needs scripts. */
  async function look(page: Page, name: string): Promise<void> {
    if (scripts) await examine(page, name);
  }

  test('the other parent comes, and a keeper, each as what they were asked to be', async () => {
    await comes(father, elias, 'parent', 'How you sign your letters');
    await comes(aunt, ines, 'keeper', 'How you sign your letters');
    await mother.getByLabel('Their name').fill('A friend');
    await mother.locator('[name=role][value=doorkeeper]').check();
    await press(mother, button(mother, 'Invite'));
    await press(mother, mother.getByRole('button', { name: 'Send it again' }));
    await look(mother, 'family-invited-again');
    expect(await says(mother)).toContain('invited as a doorkeeper, not here yet');
    await press(mother, mother.getByRole('button', { name: 'Take the invitation back' }));
    await look(mother, 'family-invitation-back');
    expect(await says(mother)).toMatch(/Papa\s+Elias Lind, parent\s+Aunt Ines\s+Ines Vale, keeper/);
  });

  test('the keeper writes for everyone who keeps the page, and for herself', async () => {
    await beginLetter(aunt, site);
    await title(aunt).fill('Your blanket');
    await words(aunt).fill('I was not ready.\n  Nobody was.');
    await press(aunt, button(aunt, 'Choose who sees it'));
    await aunt.locator('[name=audience][value=only-us]').check();
    await press(aunt, aunt.getByRole('button', { name: /^Publish|^Keep it for us/ }));
    await beginLetter(aunt, site);
    await words(aunt).fill('What I told nobody.');
    await press(aunt, button(aunt, 'Keep this draft'));
    await at(aunt, '/home/family/leaving');
    await look(aunt, 'leaving-family-of-a-keeper');
    expect(await says(aunt)).toContain('Your blanket');
    expect(await aunt.locator('[name=words][value=leave]').isChecked()).toBe(true);
  });

  test('she is removed, at once; what she wrote stays, and what was only hers is still hers', async () => {
    await at(mother, '/home/family');
    await press(mother, mother.getByRole('link', { name: 'Aunt Ines' }));
    await look(mother, 'member');
    await press(mother, mother.getByRole('link', { name: 'Remove Ines Vale from the family' }));
    await look(mother, 'removal-of-a-keeper');
    expect(await says(mother)).toContain('Ines Vale sees nothing more');
    await press(mother, button(mother, 'Remove Ines Vale'));
    expect(await says(mother)).not.toContain('Aunt Ines');
    await at(mother, '/home');
    await press(mother, mother.getByRole('link', { name: wren.called }).first());
    expect(await says(mother)).toContain('I was not ready.');
    await at(aunt, '/home');
    await look(aunt, 'home-of-nobody');
    expect(await says(aunt)).toContain('You belong to no family here at the moment');
    await press(aunt, aunt.getByRole('link', { name: 'What you wrote is still yours' }));
    await look(aunt, 'kept');
    await press(aunt, aunt.getByRole('link', { name: 'What I told nobody.' }));
    await look(aunt, 'kept-words');
    expect(await aunt.locator('.words').textContent()).toBe('What I told nobody.');
    await press(aunt, button(aunt, 'Put it into the bin'));
    await press(aunt, aunt.getByRole('button', { name: /Bring it back/ }));
    expect(await aunt.locator('.words').textContent()).toBe('What I told nobody.');
  });

  test('one parent asks that the other is one no longer; the other reads it at home, and objects', async () => {
    await at(mother, '/home/family');
    await press(mother, mother.getByRole('link', { name: 'Papa' }));
    await press(mother, mother.getByRole('link', { name: 'Remove Elias Lind from the family' }));
    await look(mother, 'removal-of-a-parent');
    await press(mother, button(mother, 'Ask that Elias Lind no longer look after the pages'));
    await look(mother, 'removal-asked');
    expect(await says(mother)).toContain('You asked that Elias Lind no longer look after the pages here');
    await at(father, '/home');
    await look(father, 'home-asked-to-go');
    await press(
      father,
      father.getByRole('link', { name: 'Nora Lind asked that you no longer look after the pages here' }),
    );
    await look(father, 'removal-of-you');
    await press(father, button(father, 'I object: I go on looking after the pages'));
    await look(father, 'removal-objected');
    await at(mother, '/home/family');
    expect(await says(mother)).toContain('Papa');
    await press(mother, mother.getByRole('link', { name: 'Papa' }));
    await look(mother, 'removal-way-on');
    expect(await says(mother)).toContain('neither can end that for the other');
    expect(await mother.getByRole('button').count()).toBe(0);
  });

  test('one parent would like the page to go away; nothing is hidden, and the other keeps it', async () => {
    await at(mother, '/home');
    await press(mother, mother.getByRole('link', { name: wren.called }).first());
    const child = new URL(mother.url()).pathname;
    await at(mother, `${child}/leaving`);
    await look(mother, 'leaving-page');
    await press(mother, button(mother, 'Ask the other parents'));
    await look(mother, 'child-asked-to-go');
    await at(father, '/home');
    await press(father, father.getByRole('link', { name: 'Nora Lind asked that the page of Wren' }));
    await look(father, 'leaving-asked');
    await press(father, button(father, 'Keep the page after all'));
    expect(await says(father)).not.toContain('goes away');
    await at(mother, `${child}/leaving`);
    await look(mother, 'leaving-objected');
    expect(await says(mother)).toContain('Elias Lind kept the page');
  });

  test('a grandmother comes as a relative, finds what is hers to find, and leaves', async () => {
    await comes(oma, grandmother, 'relative', 'What the family calls you');
    await look(oma, 'home-of-a-relative');
    const home = await says(oma);
    expect(home).toContain('With Nora Lind and Elias Lind');
    expect(home).not.toContain(wren.called);
    await at(mother, '/home/family');
    await press(mother, mother.getByRole('link', { name: 'Oma' }));
    await press(mother, button(mother, 'Ask Greta Lind to be there then'));
    expect(await says(mother)).toContain('has not answered yet');
    await at(oma, '/home');
    await press(oma, oma.getByRole('link', { name: 'Nora Lind asks whether you would be there' }));
    await look(oma, 'offer');
    await press(oma, button(oma, 'I would rather not'));
    await at(oma, '/home');
    await press(oma, oma.getByRole('link', { name: 'Your family' }));
    await look(oma, 'family-of-a-relative');
    await press(oma, oma.getByRole('link', { name: 'Leave this family' }));
    await look(oma, 'leaving-family-of-a-relative');
    await press(oma, button(oma, 'Leave this family'));
    await look(oma, 'home-after-leaving');
    expect(await says(oma)).toContain('You have left the family');
    await at(mother, '/home/family');
    expect(await says(mother)).not.toContain('Oma');
  });

  test('both would leave: the second is asked who is there after them', async () => {
    await at(father, '/home/family/leaving');
    await look(father, 'leaving-family');
    await press(father, button(father, 'Leave this family'));
    await at(mother, '/home/family/leaving');
    await look(mother, 'leaving-family-of-the-last');
    expect(await says(mother)).toContain('You are the only parent here');
    expect(await button(mother, 'Leave this family').count()).toBe(0);
    if (scripts) await examineMails(await somebody(), site);
  });
});
