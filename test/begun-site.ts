import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { type Browsers, patience } from './journey.ts';
import { beginMemorial, claimSite } from './journeys.ts';
import { type RunningSite, startSite } from './site.ts';

const begunIn = 'SNOWDROP_TEST_BEGUN';

/**
 * Takes the steps that most stories begin with, once for a whole run: a site that Nora made hers, a page for
 * Wren, a browser in which she is signed in. Answers how to remove it.
 */
export async function beginOnce(browser: Browser): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'snowdrop-begun-'));
  const context = await browser.newContext();
  context.setDefaultTimeout(patience);
  const site = await startSite();
  try {
    const page = await context.newPage();
    await claimSite(page, site);
    await beginMemorial(page, site);
    await writeFile(join(folder, 'signed-in.json'), JSON.stringify(await context.storageState()));
    await writeFile(join(folder, 'child'), new URL(page.url()).pathname);
    await site.kill();
    await cp(site.data, join(folder, 'data'), { recursive: true });
  } finally {
    await context.close();
    await site.end();
  }
  process.env[begunIn] = folder;
  return () => rm(folder, { recursive: true, force: true });
}

/** Where a journey begins: on a site of its own, with Nora at Wren's page, who has signed in just now. */
export type Begun = Browsers & {
  site: RunningSite;
  mother: Page;
  /** Another browser in which she is signed in. */
  noras: (options?: BrowserContextOptions) => Promise<Page>;
};

export async function startBegun({ somebody }: Browsers): Promise<Omit<Begun, keyof Browsers>> {
  const folder = process.env[begunIn]!;
  const site = await startSite({}, { from: join(folder, 'data') });
  try {
    signInNow(site.data);
    const noras = (own: BrowserContextOptions = {}) =>
      somebody({ ...own, storageState: join(folder, 'signed-in.json') });
    const mother = await noras();
    await mother.goto(`${site.url}${await readFile(join(folder, 'child'), 'utf8')}`);
    return { site, mother, noras };
  } catch (error) {
    await site.end();
    throw error;
  }
}

/** However long the run has lasted: what weighs more asks again after ten minutes. */
function signInNow(data: string): void {
  const database = new DatabaseSync(join(data, 'snowdrop.sqlite'), { timeout: 20_000 });
  database.prepare('update session set confirmed_at = ?').run(new Date().toISOString());
  database.close();
}
