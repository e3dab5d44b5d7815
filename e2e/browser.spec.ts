import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { takeFaults } from '#test/browser-faults.ts';
import { openBrowser } from '#test/browser.ts';
import { eventually } from '#test/journeys.ts';

let browser: Browser;
const policed = "default-src 'none'; script-src 'self'; require-trusted-types-for 'script'";
// Each does what no page of ours may do.
const planted = {
  '/style': '<p style="color: red">Here',
  '/script': '<script>document.title = "Awake"</script>',
  '/picture': '<img src="https://elsewhere.example/pixel.gif" alt="">',
  '/trusted': '<script src="/trusted.js"></script>',
  '/thrown': '<script src="/thrown.js"></script>',
};
const scripts: Record<string, string> = {
  '/trusted.js': 'try { document.createElement("p").innerHTML = "<b>There</b>" } catch {}',
  '/thrown.js': 'throw new Error("Nobody caught this")',
};
const server = createServer(({ url = '/' }, answer) => {
  const script = scripts[url];
  if (script !== undefined) return void answer.setHeader('content-type', 'text/javascript').end(script);
  if (url in planted) {
    answer.setHeader('content-security-policy', policed).setHeader('content-type', 'text/html');
    return void answer.end(`<!doctype html><title>Snowdrop</title>${planted[url as keyof typeof planted]}`);
  }
  answer.setHeader('content-type', 'text/html; charset=utf-8');
  answer.end('<!doctype html><title>Snowdrop</title><p>Here<script>document.title = "Awake"</script>');
});
const address = (): string => `http://localhost:${(server.address() as AddressInfo).port}/`;

beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, 'localhost', listening));
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  server.closeAllConnections();
  server.close();
});

test('the browser opens a page of this machine, with JavaScript and without', async () => {
  for (const [javaScriptEnabled, title] of [
    [true, 'Awake'],
    [false, 'Snowdrop'],
  ] as const) {
    const page = await browser.newPage({ javaScriptEnabled });
    await page.goto(address());
    expect(await page.title()).toBe(title);
    expect(await page.textContent('p')).toContain('Here');
    await page.close();
  }
});

test('the browser reaches no other machine', async () => {
  const page = await browser.newPage();
  await expect(page.goto('http://example.org/')).rejects.toThrow('ERR_NAME_NOT_RESOLVED');
});

test.each([
  ['/style', true, /style/],
  ['/style', false, /style/],
  ['/script', true, /script/],
  ['/picture', true, /elsewhere/],
  ['/picture', false, /elsewhere/],
  ['/trusted', true, /TrustedHTML/],
  ['/thrown', true, /Nobody caught this/],
] as const)(
  'what a page does against the policy is heard: %s, with JavaScript %s',
  async (path, javaScriptEnabled, says) => {
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    await page.goto(`${address()}${path.slice(1)}`);
    const heard: string[] = [];
    await eventually(() => {
      heard.push(...takeFaults());
      return Promise.resolve(heard.join());
    }).toMatch(says);
    await context.close();
    // What is taken here does not fail this journey; everything else would.
    expect(heard).toHaveLength(1);
  },
);

test('what is not there is no fault, and nothing is heard of a page that keeps to the policy', async () => {
  const page = await browser.newPage();
  await page.goto(address());
  await page.evaluate(() => fetch('/nowhere'));
  await page.close();
  expect(takeFaults()).toEqual([]);
});
