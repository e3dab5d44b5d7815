// @module-tag landing
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { startBegun } from '../test/begun-site.ts';
import { elias, ines, letter } from '../test/cast.ts';
import { examine } from '../test/examine.ts';
import { inBothWays, journey } from '../test/journey.ts';
import { beginLetter, comes, eventually, press, pressUnanswered, title, words } from '../test/journeys.ts';
import type { RunningSite } from '../test/site.ts';

inBothWays('signed by both', ({ scripts }) => {
  let site: RunningSite;
  let mother: Page;
  let father: Page;
  let aunt: Page;
  let reader: Page;
  let sheet: string;

  journey(startBegun, { javaScriptEnabled: scripts }, async (begun) => {
    ({ site, mother } = begun);
    [father, aunt] = [await begun.somebody(), await begun.somebody()];
    reader = await begun.somebody({ javaScriptEnabled: false });
  });

  /** Every screen by axe, at the width of a phone and of a desk, by day and night. */
  async function look(page: Page, name: string): Promise<void> {
    if (scripts) await examine(page, name);
  }

  const signedBy = async (path: string): Promise<string | null> => {
    await reader.goto(`${site.url}${path}`);
    return reader.locator('.signed').textContent();
  };

  test('the other parent comes, and a keeper', async () => {
    await comes(mother, father, site, { who: elias, as: 'the other parent' });
    await comes(mother, aunt, site, { who: ines, as: 'a keeper' });
    await mother.goto(`${site.url}/home/family`);
    await look(mother, 'family-of-three');
    expect(await mother.locator('.list').textContent()).toMatch(/Mama.*Papa.*Aunt Ines/);
    await aunt.goto(`${site.url}/home/family`);
    expect(await aunt.getByRole('button', { name: 'Invite', exact: true }).count()).toBe(0);
  });

  test('the mother writes for both and asks him', async () => {
    sheet = await beginLetter(mother, site);
    await title(mother).fill(letter.title);
    await words(mother).fill(letter.text);
    await mother.getByText('who signs', { exact: false }).first().click();
    await mother.getByRole('checkbox', { name: 'Papa' }).check();
    const none = await father.goto(`${site.url}${sheet}/signature`);
    expect(none?.status()).toBe(404);
    await press(mother, mother.getByRole('button', { name: 'Choose who sees it' }));
    await press(mother, mother.getByRole('button', { name: 'Ask Papa to sign' }));
    await mother.getByText('Papa is asked').waitFor();
    await look(mother, 'publication-with-signers');
  });

  test('she publishes before he has answered, and readers find her name', async () => {
    await mother.locator('[name=audience][value=everyone]').check();
    await press(mother, mother.getByRole('button', { name: 'Publish to everyone' }));
    await mother.getByRole('heading', { name: 'Everyone can read it now' }).waitFor();
    expect(await signedBy('/wren/a-year-of-you')).toBe('Mama');
  });

  test('he finds it at home, reads it letter for letter, signs, and readers find both', async () => {
    await father.goto(`${site.url}/home`);
    await look(father, 'home-asked-to-sign');
    await press(father, father.getByRole('link', { name: 'Nora Lind asks you to sign' }));
    expect(await father.locator('.words').textContent()).toBe(letter.text);
    expect(await father.locator('.signed').textContent()).toBe('Mama and Papa');
    await look(father, 'signature');
    await press(father, father.getByRole('button', { name: 'Sign it' }));
    await father.getByRole('heading', { name: 'Here is everything you keep' }).waitFor();
    expect(await father.getByText('asks you to sign').count()).toBe(0);
    expect(await signedBy('/wren/a-year-of-you')).toBe('Mama and Papa');
    expect(await reader.locator('.words').textContent()).toBe(letter.text);
  });

  test('what she changes goes out without his name until he has read that, too', async () => {
    await mother.goto(`${site.url}${sheet}`);
    await words(mother).fill('Other words than he has read.');
    await press(mother, mother.getByRole('button', { name: 'Look at the change' }));
    await mother.getByText('Papa signed before the words were changed').waitFor();
    await press(mother, mother.getByRole('button', { name: 'Publish the change' }));
    await mother.getByRole('heading', { name: 'Everyone can read it now' }).waitFor();
    expect(await signedBy('/wren/a-year-of-you')).toBe('Mama');
    await father.goto(`${site.url}${sheet}/signature`);
    await press(father, father.getByRole('button', { name: 'Sign it' }));
    await eventually(() => signedBy('/wren/a-year-of-you')).toBe('Mama and Papa');
  });

  test('he takes his name away again, from the page', async () => {
    await father.goto(`${site.url}/home`);
    await press(father, father.getByRole('link', { name: 'Wren' }).first());
    await press(father, father.getByRole('link', { name: 'Your name' }));
    await father.getByRole('button', { name: 'Take my name away' }).waitFor();
    await look(father, 'signature-stands');
    await press(father, father.getByRole('button', { name: 'Take my name away' }));
    await father.getByRole('heading', { name: 'Here is everything you keep' }).waitFor();
    expect(await signedBy('/wren/a-year-of-you')).toBe('Mama');
  });

  test('the keeper asks, has it back with a note, asks again, and the mother publishes it', async () => {
    const path = await beginLetter(aunt, site);
    await title(aunt).fill('Your blanket');
    await words(aunt).fill('I was not ready.\n  Nobody was.');
    await press(aunt, aunt.getByRole('button', { name: 'Choose who sees it' }));
    expect(await aunt.locator('[name=audience][value=everyone]').count()).toBe(0);
    await look(aunt, 'publication-of-a-keeper');
    await press(aunt, aunt.getByRole('button', { name: 'Ask the parents to publish it' }));
    await aunt.getByText('The parents are asked').waitFor();

    await father.goto(`${site.url}/home`);
    await press(father, father.getByRole('link', { name: 'Ines Vale has written something for Wren' }));
    await father.getByLabel('A note to Ines Vale').waitFor();
    await look(father, 'approval');
    await father.getByLabel('A note to Ines Vale').fill('Shall we say who made it?');
    if (scripts) await pressUnanswered(father, father.getByRole('button', { name: 'Give it back' }));
    await press(father, father.getByRole('button', { name: 'Give it back' }));

    await aunt.goto(`${site.url}${path}`);
    await aunt.getByText('Shall we say who made it?').waitFor();
    await look(aunt, 'writing-given-back');
    await words(aunt).fill('I made it.\n  I was not ready. Nobody was.');
    await press(aunt, aunt.getByRole('button', { name: 'Choose who sees it' }));
    await press(aunt, aunt.getByRole('button', { name: 'Ask the parents to publish it' }));
    await aunt.getByText('The parents are asked').waitFor();

    await mother.goto(`${site.url}/home`);
    await press(mother, mother.getByRole('link', { name: 'Ines Vale has written something for Wren' }));
    await mother.locator('[name=audience][value=everyone]').check();
    if (scripts) await pressUnanswered(mother, mother.getByRole('button', { name: 'Publish it' }));
    await press(mother, mother.getByRole('button', { name: 'Publish it' }));
    expect(await signedBy('/wren/your-blanket')).toBe(ines.signsAs);
    expect(await reader.locator('.words').textContent()).toBe('I made it.\n  I was not ready. Nobody was.');
  });
});
