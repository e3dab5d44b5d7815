import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import type { FarewellLimits } from '#http/farewell.ts';
import { readBody } from '#http/body.ts';
import { serve } from '#serve.ts';
import { answersIn } from '#test/answers.ts';
import { sendRaw } from '#test/wire.ts';
import { Hono } from 'hono';

const host = 'host: snowdrop.example\r\n';
const part = 'x'.repeat(100_000);

/** A site that takes a thousand bytes and says so of more, and counts whom it told. */
async function refusing(farewell: Partial<FarewellLimits> = {}) {
  const app = new Hono();
  let told = 0;
  app.get('/', (c) => c.text('You are here.'));
  app.post('/', async (c) => c.text(String((await readBody(c, 1000)).byteLength)));
  app.onError((_, c) => {
    told++;
    return c.text('Too much.', 413);
  });
  const server = await serve(app, { listen: '127.0.0.1', port: 0 }, { farewell });
  onTestFinished(() => server.stop());
  return { port: server.port, stop: () => server.stop(), told: () => told };
}

const post = (bytes: number, more = ''): string =>
  `POST / HTTP/1.1\r\n${host}content-length: ${bytes}\r\n${more}\r\n`;

/** The parts of a request, and how many of them have gone out. */
function counted(parts: readonly string[]) {
  let sent = 0;
  function* all() {
    for (const one of parts) {
      sent++;
      yield one;
    }
  }
  return { parts: all(), sent: () => sent };
}

const many = (count: number): string[] => Array.from({ length: count }, () => part);

test('who still sends long after the answer reads it, and keeps the connection', async () => {
  const { port } = await refusing();
  const next = `GET / HTTP/1.1\r\n${host}connection: close\r\n\r\n`;
  const { parts, sent } = counted([post(30 * part.length), ...many(30), next]);
  const { bytes, ended } = await sendRaw(port, parts, { pause: 40 });
  const answers = answersIn(bytes).map(({ status, body }) => [status, body.toString()]);
  expect(answers).toEqual([
    [413, 'Too much.'],
    [200, 'You are here.'],
  ]);
  expect([ended, sent()]).toEqual(['closed', 32]);
});

test('who wanted the connection closed after the answer reads it too', async () => {
  const { port } = await refusing();
  const { parts } = counted([post(30 * part.length, 'connection: close\r\n'), ...many(30)]);
  const { bytes, ended } = await sendRaw(port, parts, { pause: 40 });
  expect(answersIn(bytes).map(({ status, body }) => [status, body.toString()])).toEqual([[413, 'Too much.']]);
  expect(ended).toBe('closed');
});

test('a form that is cut into chunks is read on as well', async () => {
  const { port } = await refusing();
  const chunk = `${part.length.toString(16)}\r\n${part}\r\n`;
  const head = `POST / HTTP/1.1\r\n${host}transfer-encoding: chunked\r\n\r\n`;
  const next = `GET / HTTP/1.1\r\n${host}connection: close\r\n\r\n`;
  const { bytes, ended } = await sendRaw(
    port,
    [head, ...Array.from({ length: 30 }, () => chunk), '0\r\n\r\n', next],
    {
      pause: 40,
    },
  );
  expect(answersIn(bytes).map(({ status }) => status)).toEqual([413, 200]);
  expect(ended).toBe('closed');
});

test('no more is read than the limit', async () => {
  const { port } = await refusing({ bytes: 500_000 });
  const { parts, sent } = counted([post(800 * part.length), ...many(800)]);
  const { ended } = await sendRaw(port, parts);
  expect(ended).not.toBe('patience');
  expect(sent()).toBeLessThan(600);
});

test('nor for longer', async () => {
  const { port } = await refusing({ ms: 300 });
  const { parts, sent } = counted([post(200 * part.length), ...many(200)]);
  const { ended } = await sendRaw(port, parts, { pause: 50 });
  expect(ended).not.toBe('patience');
  expect(sent()).toBeLessThan(150);
});

test('who sends nothing more is let go', async () => {
  const { port } = await refusing({ silence: 200 });
  const { bytes, ended } = await sendRaw(port, [post(10 * part.length), part], { patience: 10_000 });
  expect(answersIn(bytes).map(({ status }) => status)).toEqual([413]);
  expect(ended).not.toBe('patience');
});

test('one connection more than are listened to at once ends the oldest', async () => {
  const { port, told } = await refusing({ connections: 2 });
  const begun = [];
  for (let count = 1; count <= 3; count++) {
    const { parts } = counted([post(100 * part.length), ...many(100)]);
    begun.push(sendRaw(port, parts, { pause: 100, patience: 4000 }));
    await expect.poll(told).toBe(count);
    await wait(50);
  }
  const ended = (await Promise.all(begun)).map((one) => one.ended === 'patience');
  expect(ended).toEqual([false, true, true]);
});

test('what is no rest of a request gets no second answer', async () => {
  const { port } = await refusing();
  const head = `POST / HTTP/1.1\r\n${host}transfer-encoding: chunked\r\n\r\n`;
  const parts = [head, `7d0\r\n${'x'.repeat(2000)}\r\n`, 'no chunk\r\n\r\n'];
  const { bytes, ended } = await sendRaw(port, parts, { pause: 200, patience: 5000 });
  expect(answersIn(bytes).map(({ status }) => status)).toEqual([413]);
  expect(ended).not.toBe('patience');
});

test('a site that stops waits for nobody whom it has answered', async () => {
  const { port, stop, told } = await refusing();
  const { parts } = counted([post(200 * part.length), ...many(200)]);
  const heard = sendRaw(port, parts, { pause: 100 });
  await expect.poll(told).toBe(1);
  const began = performance.now();
  await stop();
  expect(performance.now() - began).toBeLessThan(5000);
  expect((await heard).ended).not.toBe('patience');
});
