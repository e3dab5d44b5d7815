import axe, { type AxeResults, type RunOptions } from 'axe-core';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { simpleParser } from 'mailparser';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** The folder that pictures are left in, where they are asked for. */
export const pictures = process.env['SNOWDROP_TEST_SCREENSHOTS'];
const widths = [360, 1280] as const;

/**
 * Looks at a page by axe, and at the width of a phone and of a desk. With a folder named in
 * SNOWDROP_TEST_SCREENSHOTS, pictures of it by day and night are left there to be looked at. By night only the
 * colours are others, and those stand in `contrast.test.ts`: axe is asked of them where pictures are.
 */
export async function examine(page: Page, name: string): Promise<void> {
  for (const colorScheme of pictures ? (['dark', 'light'] as const) : (['light'] as const)) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const width of widthsFrom(page)) {
      await page.setViewportSize({ width, height: 800 });
      if (pictures) await takePicture(page, join(pictures, `${name}-${width}-${colorScheme}.png`), width);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, `${name} at ${width} px is wider than its window`).toBeLessThanOrEqual(0);
    }
    expect(await axeFinds(page), `${name}, ${colorScheme}`).toEqual([]);
  }
}

/** Both, the one that the page has first: each change is a page laid out anew. */
const widthsFrom = (page: Page): number[] =>
  widths.toSorted(
    (a, b) => Number(b === page.viewportSize()?.width) - Number(a === page.viewportSize()?.width),
  );

async function takePicture(page: Page, path: string, width: number): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await page.evaluate(photographsCome);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  // No browser paints much more at once.
  const clip = { x: 0, y: 0, width, height: Math.min(height, 15_000) };
  await page.screenshot({ path, fullPage: true, clip });
}

/** What axe finds wrong on a page. */
async function axeFinds(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate(runAxe, { resultTypes: ['violations'] } satisfies RunOptions);
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
