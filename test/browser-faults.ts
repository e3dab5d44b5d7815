import type { Browser } from 'playwright-core';

const heard: string[] = [];

/**
 * Notes whatever goes wrong in any page of this browser, with JavaScript or without: what the content
 * policy or Trusted Types refuse, an error that nobody caught, whatever else a page complains of. Not
 * noted is an answer that is no success: journeys ask for those on purpose.
 */
export function hearFaults(browser: Browser): void {
  browser.on('context', (context) => {
    context.on('console', (message) => {
      const says = message.text();
      if (message.type() !== 'error' || says.startsWith('Failed to load resource')) return;
      heard.push(`${message.page()?.url()}: ${says}`);
    });
    context.on('weberror', (error) => {
      heard.push(`${error.page()?.url()}: ${error.error().stack ?? error.error().message}`);
    });
  });
}

/** What went wrong since this was asked last. */
export function takeFaults(): string[] {
  return heard.splice(0);
}
