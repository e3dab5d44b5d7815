import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { page } from '#http/answers.ts';

test.each([
  ['a short page', 'You were here.'],
  ['two megabytes of letters', 'snow & '.repeat(300_000)],
  ['letters of two halves', `x${'👩‍👩‍👧'.repeat(200_000)}`],
  ['as many as are sent at once', '雪'.repeat(1_000_000 - 15)],
])('%s comes letter for letter', async (_, html) => {
  const app = new Hono();
  app.get('/', (c) => page(c, html, 422));
  const answer = await app.request('/');
  expect(answer.status).toBe(422);
  expect(answer.headers.get('content-type')?.toLowerCase()).toBe('text/html; charset=utf-8');
  expect((await answer.text()) === `<!doctype html>${html}`).toBe(true);
});
