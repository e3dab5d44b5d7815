// @module-tag landing
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { type Begun, startBegun } from '../test/begun-site.ts';
import { cameraPhotograph } from '../test/camera.ts';
import { elias, ines } from '../test/cast.ts';
import { examine } from '../test/examine.ts';
import { inBothWays, journey } from '../test/journey.ts';
import { comes, eventually, press, title, words } from '../test/journeys.ts';
import type { RunningSite } from '../test/site.ts';

inBothWays('a cover over what a keeper wrote', ({ scripts }) => {
  let somebody: Begun['somebody'];
  let site: RunningSite;
  let mother: Page;
  let father: Page;
  let aunt: Page;
  let stranger: Page;
  const fetched: string[] = [];
  const says = 'Her hands, as they were. Look when you can.';

  journey(startBegun, { javaScriptEnabled: scripts }, async (begun) => {
    ({ site, mother, somebody } = begun);
    [father, aunt] = [await somebody(), await somebody()];
    await comes(mother, father, site, { who: elias, as: 'the other parent' });
    await comes(mother, aunt, site, { who: ines, as: 'a keeper' });
  });

  async function look(page: Page, name: string): Promise<void> {
    if (scripts) await examine(page, `covers-${name}`);
  }

  /** Wren's page, as somebody of her family has it. */
  async function atHome(page: Page): Promise<void> {
    await page.goto(`${site.url}/home`);
    await press(page, page.getByRole('link', { name: 'Wren' }).first());
  }

  /** Somebody who was never here arrives. Answers what their browser fetches of pictures before they open anything. */
  async function arrives(path: string): Promise<string[]> {
    // axe needs scripts of its own; ours are on no public page.
    stranger = await somebody({ javaScriptEnabled: true });
    stranger.on('request', (request) => void fetched.push(new URL(request.url()).pathname));
    fetched.length = 0;
    await stranger.goto(`${site.url}${path}`, { waitUntil: 'networkidle' });
    return fetched.filter((one) => one.startsWith('/pictures/'));
  }

  const meta = (name: string): Promise<string | null> =>
    stranger.evaluate(
      (property) => document.querySelector(`meta[property="${property}"]`)?.getAttribute('content') ?? null,
      name,
    );

  test('a keeper asks the parents to publish a photograph', async () => {
    await atHome(aunt);
    await aunt.getByRole('button', { name: 'Write to Wren' }).click();
    await title(aunt).fill('In the hospital');
    await words(aunt).fill('She was warm. I held her until four.');
    const buffer = await cameraPhotograph({ width: 360, height: 480, orientation: 1 });
    const files = [{ name: 'hands.jpg', mimeType: 'image/jpeg', buffer }];
    await aunt.locator('input[type=file]').setInputFiles(files);
    if (!scripts) await press(aunt, aunt.getByRole('button', { name: 'Keep this draft' }));
    await aunt.locator('.dropped').waitFor();
    await press(aunt, aunt.getByRole('button', { name: 'Choose who sees it' }));
    await press(aunt, aunt.getByRole('button', { name: 'Ask the parents to publish it' }));
    await aunt.getByText('The parents are asked').waitFor();
  });

  test('the mother reads it, and lays a cover over the photograph before anybody else sees it', async () => {
    await mother.goto(`${site.url}/home`);
    await press(mother, mother.getByRole('link', { name: 'asks you to publish it' }));
    await press(mother, mother.getByRole('link', { name: 'Lay a cover over it' }));
    await look(mother, 'all-of-it');
    await press(mother, mother.getByRole('link', { name: 'A cover over this photograph' }));
    await look(mother, 'one-photograph');
    await press(mother, mother.getByRole('button', { name: 'Lay the cover' }));
    await mother.getByText('laid a cover over a photograph here').waitFor();
    await look(mother, 'lies');
    await press(mother, mother.getByRole('link', { name: 'Words for more than the family' }));
    await mother.locator('.cover .says').waitFor();
    await mother.locator('[name=audience][value=everyone]').check();
    await mother.getByLabel('address', { exact: false }).first().fill('wren');
    await press(mother, mother.getByRole('button', { name: 'Publish it' }));
    await mother.locator('.memory .cover').waitFor();
  });

  test('a stranger reads the words, and has the photograph when they choose to look', async () => {
    expect(await arrives('/wren/in-the-hospital')).toEqual([]);
    expect(await meta('og:image')).toBeNull();
    expect(await stranger.textContent('.cover .says')).toContain('The family has laid a cover over this.');
    expect(await stranger.textContent('.words')).toContain('She was warm.');
    await stranger.locator('.cover summary').click();
    await stranger.locator('.cover figure picture img').scrollIntoViewIfNeeded();
    await eventually(() => Promise.resolve(fetched.some((one) => one.startsWith('/pictures/')))).toBe(true);
  });

  test('the mother lays one over all of it, in her words, and it holds in previews and feeds', async () => {
    await atHome(mother);
    await press(mother, mother.getByRole('link', { name: 'A cover', exact: true }));
    await mother.getByLabel('What stands on the cover').fill(says);
    await press(mother, mother.getByRole('button', { name: 'Lay the cover' }));
    await mother.getByText('laid a cover over this on').waitFor();
    for (const path of ['/wren', '/wren/in-the-hospital', '/ar/wren/in-the-hospital']) {
      expect(await arrives(path)).toEqual([]);
      expect(await stranger.locator('.cover .says').first().textContent()).toBe(says);
      expect(await stranger.getByText('She was warm.').isVisible()).toBe(false);
    }
    await look(stranger, 'for-readers');
    expect(await meta('og:description')).toBe(says);
    for (const feed of ['feed.atom', 'feed.json']) {
      const text = await (await stranger.request.get(`${site.url}/wren/${feed}`)).text();
      expect([text.includes(says), text.includes('She was warm'), text.includes('/pictures/')]).toEqual([
        true,
        false,
        false,
      ]);
    }
  });

  test('the keeper is told of it once, and finds who laid it beneath her words', async () => {
    await aunt.goto(`${site.url}/home`);
    expect(await aunt.getByRole('status').textContent()).toContain(
      'Nora Lind has laid a cover over “In the hospital”, which you wrote.',
    );
    await look(aunt, 'told');
    await aunt.goto(`${site.url}/home`);
    expect(await aunt.getByText('has laid a cover over').count()).toBe(0);
    await atHome(aunt);
    expect(await aunt.locator('.memory-tools').textContent()).toContain(
      'Nora Lind laid a cover over this on',
    );
    expect(await aunt.getByRole('link', { name: 'A cover', exact: true }).count()).toBe(0);
  });

  test('the father takes it off; the one over the photograph stays, and hers can be laid again as it was', async () => {
    await atHome(father);
    await press(father, father.getByRole('link', { name: 'A cover', exact: true }));
    await press(father, father.getByRole('button', { name: 'Take the cover off' }));
    await father.getByText('Elias Lind took the cover off again').waitFor();
    await look(father, 'off');
    expect(await arrives('/wren/in-the-hospital')).toEqual([]);
    expect(await stranger.getByText('She was warm.').isVisible()).toBe(true);
    expect(await meta('og:description')).toContain('She was warm.');
    expect(await father.getByLabel('What stands on the cover').inputValue()).toBe(says);
    await press(father, father.getByRole('button', { name: 'Lay the cover' }));
    await arrives('/wren/in-the-hospital');
    expect(await stranger.locator('.cover .says').first().textContent()).toBe(says);
  });
});
