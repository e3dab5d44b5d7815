import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '#test/browser.ts';

let browser: Browser;
const server = createServer((_, answer) => {
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
