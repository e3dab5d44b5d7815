import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { readJson } from '#http/json.ts';
import { Refused } from '#http/refusals.ts';

const app = new Hono();
app.post('/', async (c) => c.json(await readJson(c, z.object({ said: z.string() }))));
app.onError((error, c) => {
  if (!(error instanceof Refused)) throw error;
  return c.text(error.why, 422);
});

async function post(body: BodyInit): Promise<string> {
  const answer = await app.request('/', { method: 'POST', body, duplex: 'half' } as RequestInit);
  return answer.text();
}

/** A body that comes a kilobyte at a time, and what was asked for of it. */
function endless(end: (controller: ReadableStreamDefaultController, sent: number) => boolean) {
  const sent = { kilobytes: 0 };
  const body = new ReadableStream({
    pull(controller) {
      if (!end(controller, ++sent.kilobytes)) controller.enqueue(Buffer.alloc(1024, ' '));
    },
  });
  return { sent, body };
}

test('what a script of ours sent is read', async () => {
  expect(await post('{"said":"café"}')).toBe('{"said":"café"}');
});

test.each(['', '{', 'null', '[]', '{"said":1}', '1e400', '\ufeff{"said":""}'])(
  '%j is refused',
  async (body) => {
    expect(await post(body)).toBe('unreadable');
  },
);

test('more than 64 kB is refused while it arrives, also when nobody said how much it would be', async () => {
  const { body, sent } = endless((controller, kilobytes) => {
    if (kilobytes > 1000) controller.close();
    return kilobytes > 1000;
  });
  expect(await post(body)).toBe('too-large');
  expect(sent.kilobytes).toBeLessThan(100);
});

test('what is cut off on its way is refused', async () => {
  const { body } = endless((controller, kilobytes) => {
    if (kilobytes > 3) controller.error(new Error('aborted'));
    return kilobytes > 3;
  });
  expect(await post(body)).toBe('unreadable');
});
