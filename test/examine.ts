import axe, { type AxeResults, type RunOptions } from 'axe-core';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** The folder that pictures are left in, where they are asked for. */
export const pictures = process.env['SNOWDROP_TEST_SCREENSHOTS'];
const widths = [360, 1280] as const;

/**
 * Looks at a page by axe, at the width of a phone and of a desk, by day and night. With a folder named in
 * SNOWDROP_TEST_SCREENSHOTS, pictures of it are left there to be looked at.
 */
export async function examine(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      if (pictures) {
        await mkdir(pictures, { recursive: true });
        await page.evaluate(photographsCome);
        const height = await page.evaluate(() => document.documentElement.scrollHeight);
        await page.screenshot({
          path: join(pictures, `${name}-${width}-${colorScheme}.png`),
          fullPage: true,
          // No browser paints much more at once.
          clip: { x: 0, y: 0, width, height: Math.min(height, 15_000) },
        });
      }
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, `${name} at ${width} px is wider than its window`).toBeLessThanOrEqual(0);
    }
    // By night only the colours are others.
    const found = await axeFinds(page, colorScheme === 'dark' ? ['color-contrast'] : undefined);
    expect(found, `${name}, ${colorScheme}`).toEqual([]);
  }
}

/** What axe finds wrong on a page, by all of its rules or by some. */
async function axeFinds(page: Page, rules?: string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const options: RunOptions = {
    resultTypes: ['violations'],
    ...(rules && { runOnly: { type: 'rule', values: rules } }),
  };
  const { violations } = await page.evaluate(runAxe, options);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** In the browser. */
const runAxe = (options: RunOptions): Promise<AxeResults> =>
  (globalThis as unknown as { axe: typeof axe }).axe.run(document, options);

/** In the browser: resolves once every photograph of the page is there, those further down too. */
async function photographsCome(): Promise<void> {
  for (const photograph of document.images) photograph.loading = 'eager';
  await Promise.all([...document.images].map((photograph) => photograph.decode().catch(() => {})));
}

/**
 * Looks at the mails that a site without SMTP has written, in HTML as a mail program shows it: one of each
 * kind where pictures are asked for, else one, since all have the same frame.
 */
export async function examineMails(page: Page, { data }: { data: string }): Promise<void> {
  const folder = join(data, 'mails');
  const seen = new Set<string>();
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.eml')) continue;
    const { html, subject = '' } = await simpleParser(await readFile(join(folder, name)));
    if (seen.has(subject) || (seen.size > 0 && !pictures)) continue;
    seen.add(subject);
    await page.setContent(String(html));
    await examine(page, `mail-${subject.toLowerCase().replaceAll(/[^a-z]+/g, '-')}`);
  }
  expect(seen.size, 'kinds of mail').toBeGreaterThan(0);
}
