// @module-tag landing
import { expect, test } from 'vitest';
import { type Begun, startBegun } from '../test/begun-site.ts';
import { inBothWays, journey } from '../test/journey.ts';

let begun: Begun;

journey(startBegun, {}, (here) => {
  begun = here;
});

const megabyte = 1_000_000;
/** Far more than the eight megabytes that such a form may have, and the bytes a second that leave the browser. */
const line = { bytes: 14 * megabyte, perSecond: 2 * megabyte };

inBothWays('too much on a slow line', ({ scripts }) => {
  test('the page says so once all of it has gone out', async () => {
    const page = await begun.noras({ javaScriptEnabled: scripts });
    await page.goto(`${begun.site.url}/home/you`);
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    const slow = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: line.perSecond };
    await session.send('Network.emulateNetworkConditions', slow);
    // In a field that nobody sees: a browser takes long to draw a line of so many letters.
    const field = page.locator('form:has(#name) input[type=hidden]').first();
    await field.evaluate((input: HTMLInputElement, bytes) => (input.value = 'W'.repeat(bytes)), line.bytes);
    const began = performance.now();
    await page.getByRole('button', { name: 'Keep this' }).click({ timeout: 300_000 });
    await page
      .getByRole('heading', { name: 'This is more than can be taken at once' })
      .waitFor({ timeout: 300_000 });
    // It was refused after eight of them, and listened to until the last.
    expect(performance.now() - began).toBeGreaterThan((line.bytes / line.perSecond) * 900);
  });
});
