import { expect, onTestFinished, test } from 'vitest';
import { type Patience, serve } from '#serve.ts';
import { type Answer, answersIn, headerOf } from '#test/answers.ts';
import { sendRaw } from '#test/wire.ts';

const host = 'host: snowdrop.example\r\n';

/** A server that answers “taken” with what arrived, and counts. */
async function serving(patience?: Partial<Patience>) {
  const asked: string[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    const arrived = await request.arrayBuffer();
    asked.push(`${request.method} ${new URL(request.url).pathname} ${arrived.byteLength}`);
    return new Response('Taken.');
  };
  const { port, stop } = await serve({ fetch }, { listen: '127.0.0.1', port: 0 }, patience);
  onTestFinished(stop);
  return { port, asked };
}

function told(answers: Answer[]) {
  return answers.map((answer) => [
    answer.status,
    headerOf(answer, 'content-type'),
    headerOf(answer, 'connection'),
    answer.body.toString(),
  ]);
}
const bare = (status: number, says: string) => [[status, 'text/plain; charset=utf-8', 'close', `${says}\n`]];
const unreadable =
  'This could not be read. It did not arrive as this site sends it, so nothing was changed, and nothing that was kept before is lost. Go back and try once more.';
const tooMuch =
  'This is more than can be taken at once. Nothing was changed, and nothing that was kept before is lost. Go back and send less at once: fewer photographs, or a part of the text.';
const tooSlow =
  'This did not arrive in time. What had arrived of it was let go, and nothing was changed. Go back and try once more.';

test.each([
  ['no HTTP', 'nothing of the sort\r\n\r\n', 400, unreadable],
  ['a target that is no path', `GET \\evil HTTP/1.1\r\n${host}\r\n`, 400, unreadable],
  [
    'a length and chunks',
    `POST / HTTP/1.1\r\n${host}content-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`,
    400,
    unreadable,
  ],
  ['two hosts', `GET / HTTP/1.1\r\n${host}host: evil.example\r\n\r\n`, 400, unreadable],
  ['the same host twice', `GET / HTTP/1.1\r\n${host}${host}\r\n`, 400, unreadable],
  ['no host', 'GET / HTTP/1.1\r\n\r\n', 400, unreadable],
  ['no name of a host', `GET / HTTP/1.1\r\nhost: evil/home\r\n\r\n`, 400, unreadable],
  ['a miracle', `GET / HTTP/1.1\r\n${host}expect: a-miracle\r\n\r\n`, 417, unreadable],
  ['20 kB of headers', `GET / HTTP/1.1\r\n${host}x: ${'x'.repeat(20_000)}\r\n\r\n`, 431, tooMuch],
  [
    '20 kB beside a chunk',
    `POST / HTTP/1.1\r\n${host}transfer-encoding: chunked\r\n\r\n1;${'x'.repeat(20_000)}\r\n`,
    413,
    tooMuch,
  ],
])('%s is refused in whole sentences, and nothing is asked', async (_, request, status, says) => {
  const { port, asked } = await serving();
  const { bytes, ended } = await sendRaw(port, [request], { patience: 5000 });
  expect(told(answersIn(bytes))).toEqual(bare(status, says));
  expect(ended).toBe('closed');
  expect(asked).toEqual([]);
});

test('what is plain is taken, one after another on one connection', async () => {
  const { port, asked } = await serving();
  const requests = [
    `GET /a HTTP/1.1\r\n${host}\r\n`,
    `POST /b HTTP/1.1\r\n${host}content-length: 3\r\nconnection: close\r\n\r\nabc`,
  ];
  const { bytes } = await sendRaw(port, requests);
  expect(answersIn(bytes).map(({ status }) => status)).toEqual([200, 200]);
  expect(asked).toEqual(['GET /a 0', 'POST /b 3']);
});

test('garbage behind a request never gets into its answer', async () => {
  const slowly = async (): Promise<Response> =>
    new Response(
      new ReadableStream({
        async start(controller) {
          controller.enqueue(Buffer.from('one '));
          await new Promise((resolve) => setTimeout(resolve, 200));
          controller.enqueue(Buffer.from('two'));
          controller.close();
        },
      }),
    );
  const { port, stop } = await serve({ fetch: slowly }, { listen: '127.0.0.1', port: 0 });
  onTestFinished(stop);
  const { bytes } = await sendRaw(port, [`GET / HTTP/1.1\r\n${host}\r\n`, '\0\0\0\r\n\r\n'], {
    pause: 50,
    patience: 2000,
  });
  expect(answersIn(bytes).map(({ body }) => body.toString())).toEqual(['one two']);
});

test('who does not say what they want is not waited for', async () => {
  const { port } = await serving({ head: 300, look: 50 });
  const { bytes, ms } = await sendRaw(port, [`GET / HTTP/1.1\r\n${host}`], { patience: 5000 });
  expect(told(answersIn(bytes))).toEqual(bare(408, tooSlow));
  expect(ms).toBeLessThan(3000);
});

test('who sends a byte now and then is not waited for either', async () => {
  const { port, asked } = await serving({ silence: 400 });
  const head = `POST / HTTP/1.1\r\n${host}content-length: 5000\r\n\r\n`;
  const drops = Array.from({ length: 40 }, () => 'x');
  const { bytes, ms } = await sendRaw(port, [head, ...drops], { pause: 100, patience: 5000 });
  expect(told(answersIn(bytes))).toEqual(bare(408, tooSlow));
  expect(ms).toBeLessThan(3000);
  expect(asked).toEqual([]);
});

test('who sends slowly but steadily is waited for', async () => {
  const { port, asked } = await serving({ silence: 400 });
  const head = `POST / HTTP/1.1\r\n${host}content-length: 40000\r\nconnection: close\r\n\r\n`;
  const parts = Array.from({ length: 20 }, () => 'x'.repeat(2000));
  const { bytes } = await sendRaw(port, [head, ...parts], { pause: 100, patience: 10_000 });
  expect(answersIn(bytes).map(({ status }) => status)).toEqual([200]);
  expect(asked).toEqual(['POST / 40000']);
});

test('who takes nothing of an answer is let go', async () => {
  const large = Buffer.alloc(64 * 1024 * 1024, 'x');
  const { port, stop } = await serve(
    { fetch: () => new Response(large) },
    { listen: '127.0.0.1', port: 0 },
    { silence: 300 },
  );
  onTestFinished(stop);
  const { bytes, ended } = await sendRaw(port, [`GET / HTTP/1.1\r\n${host}\r\n`], {
    stopsFor: 1500,
    patience: 10_000,
  });
  expect(ended).not.toBe('patience');
  expect(bytes.byteLength).toBeLessThan(large.byteLength);
});
