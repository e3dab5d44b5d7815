import { afterAll, afterEach, expect } from 'vitest';
import { takeFaults } from './browser-faults.ts';
import { closeOwnBrowser } from './browser.ts';

// Part of every journey: nothing went wrong in any of its pages.
const nothingWentWrong = (): void => expect(takeFaults(), 'in the browser').toEqual([]);
afterEach(nothingWentWrong);
// Registered first, and so the last of them all: what was heard while the browser closed counts too.
afterAll(nothingWentWrong);
afterAll(closeOwnBrowser);
