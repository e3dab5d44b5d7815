import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';
import { ownBrowser } from './browser.ts';
import { startSite } from './site.ts';

/** How long a page may take to do what somebody waits for: a busy machine must not look like a slow page. */
export const patience = 90_000;

/** How a journey is made. */
type Way = { scripts: boolean };

/** Tells a journey with JavaScript and without, as most are told. */
export function inBothWays(name: string, tell: (way: Way) => void): void {
  describe(`${name}, with JavaScript`, () => tell({ scripts: true }));
  describe(`${name}, without JavaScript`, () => tell({ scripts: false }));
}

/** The browsers of those in a journey. */
export type Browsers = {
  /** A browser of somebody who has not been here before. */
  somebody: (options?: BrowserContextOptions) => Promise<Page>;
  /** Closes every browser that was opened here. */
  closeBrowsers: () => Promise<void>;
};

/** Where a journey is made; more, where it begins further on. */
type Place = { site: { end(): Promise<void> } };

/**
 * The journey that the tests around this call make. Before them its place is there and `begin` is told; after
 * them its browsers are closed and its site is ended, even where it did not begin well.
 *
 * @param options those of every browser in it that has no other
 */
export function journey<Begins extends Place>(
  start: (browsers: Browsers) => Promise<Begins>,
  options: BrowserContextOptions,
  begin: (begun: Begins & Browsers) => Promise<void> | void,
): void {
  const contexts: BrowserContext[] = [];
  const browsers: Browsers = {
    async somebody(own = {}) {
      const context = await (await ownBrowser()).newContext({ ...options, ...own });
      context.setDefaultTimeout(patience);
      contexts.push(context);
      return context.newPage();
    },
    async closeBrowsers() {
      await Promise.all(contexts.splice(0).map((context) => context.close()));
    },
  };
  let place: Begins | undefined;
  beforeAll(async () => {
    place = await start(browsers);
    await begin({ ...place, ...browsers });
  });
  afterAll(async () => {
    await browsers.closeBrowsers();
    await place?.site.end();
  });
}

/** A journey that begins on a site that is nobody's yet. */
export const onNewSite = (settings?: Record<string, string>) => async () => ({
  site: await startSite(settings),
});
