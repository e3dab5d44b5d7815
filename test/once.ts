import { beginOnce } from './begun-site.ts';
import { openBrowser, unpackOnce } from './browser.ts';

/** What a whole run of journeys needs once (a global setup of vitest). */
export async function setup(): Promise<() => Promise<void>> {
  const removeBrowser = await unpackOnce();
  const browser = await openBrowser();
  const removeBegun = await beginOnce(browser);
  await browser.close();
  return async () => {
    await removeBegun();
    await removeBrowser();
  };
}
