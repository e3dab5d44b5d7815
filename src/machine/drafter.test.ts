import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inBatches } from '#machine/ask.ts';
import { drafterAt } from '#machine/drafter-at.ts';

/** A stand-in that speaks the protocols of both, and notes what it was asked. */
const asked: { path: string; authorization: string | undefined; body: Record<string, unknown> }[] = [];
let answers = 200;
const server = createServer((request, response) => void answer(request, response));

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await bodyOf(request);
  const path = request.url ?? '';
  asked.push({ path, authorization: request.headers.authorization, body });
  response.writeHead(answers, { 'content-type': 'application/json' });
  response.end(JSON.stringify(answers === 200 ? answerTo(path, body) : { error: 'no' }));
}

let url = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}

function answerTo(path: string, body: Record<string, unknown>): unknown {
  const drafted = (texts: unknown) => (texts as string[]).map((text) => `~${text}`);
  if (path === '/languages')
    return [
      { code: 'en', targets: ['tr', 'zh-Hans'] },
      { code: 'tr', targets: ['en'] },
    ];
  if (path === '/translate') return { translatedText: drafted(body['q']) };
  return { translations: drafted(body['text']).map((text) => ({ detected_source_language: 'EN', text })) };
}

const last = () => asked.at(-1);

test('LibreTranslate is asked in the codes that it has, and with its key', async () => {
  const machine = drafterAt({ kind: 'libretranslate', url, key: 'its-key' });
  expect(await machine.draft(['One.', 'Two.'], { from: 'en-GB', to: 'tr' })).toEqual({
    drafts: ['~One.', '~Two.'],
  });
  expect(last()?.body).toEqual({
    q: ['One.', 'Two.'],
    source: 'en',
    target: 'tr',
    format: 'text',
    api_key: 'its-key',
  });
  expect(await machine.draft(['One.'], { from: 'en', to: 'zh' })).toEqual({ drafts: ['~One.'] });
  expect(last()?.body).toMatchObject({ target: 'zh-Hans' });
  const before = asked.length;
  expect(await machine.draft(['One.'], { from: 'en', to: 'so' })).toEqual({ refused: 'language' });
  // Nothing was sent but the question which languages it has.
  expect(asked.slice(before).map(({ path }) => path)).toEqual(['/languages']);
});

test('DeepL is asked for a form where it wants one', async () => {
  const machine = drafterAt({ kind: 'deepl', url, key: 'its-key:fx' });
  expect(await machine.draft(['One.'], { from: 'en-GB', to: 'pt-BR' })).toEqual({ drafts: ['~One.'] });
  expect(last()).toMatchObject({ path: '/v2/translate', authorization: 'DeepL-Auth-Key its-key:fx' });
  expect(last()?.body).toMatchObject({ text: ['One.'], source_lang: 'EN', target_lang: 'PT-BR' });
  await machine.draft(['Eins.'], { from: 'de', to: 'en' });
  expect(last()?.body).toMatchObject({ source_lang: 'DE', target_lang: 'EN-GB' });
  await machine.draft(['One.'], { from: 'en', to: 'de-CH' });
  expect(last()?.body).toMatchObject({ target_lang: 'DE' });
  // More than fifty are asked for in parts.
  const before = asked.length;
  const many = Array.from({ length: 120 }, (_, at) => `${at}`);
  expect(await machine.draft(many, { from: 'en', to: 'de' })).toEqual({
    drafts: many.map((one) => `~${one}`),
  });
  expect(asked.length - before).toBe(3);
});

test('what goes wrong there is told apart, and none of it is thrown', async () => {
  for (const kind of ['libretranslate', 'deepl'] as const) {
    const machine = drafterAt({ kind, url, key: undefined });
    for (const [status, refused] of [
      [403, 'unreachable'],
      [456, 'unreachable'],
      [503, 'unreachable'],
    ] as const) {
      answers = status;
      expect(await machine.draft(['One.'], { from: 'en', to: 'tr' })).toEqual({ refused });
    }
    answers = 200;
    expect(await machine.draft(['x'.repeat(200_000)], { from: 'en', to: 'tr' })).toEqual({
      refused: 'too-much',
    });
    const nobody = drafterAt({ kind, url: 'http://127.0.0.1:1', key: undefined });
    expect(await nobody.draft(['One.'], { from: 'en', to: 'tr' })).toEqual({ refused: 'unreachable' });
  }
  answers = 400;
  const deepl = drafterAt({ kind: 'deepl', url, key: undefined });
  expect(await deepl.draft(['One.'], { from: 'en', to: 'xx' })).toEqual({ refused: 'language' });
  answers = 200;
});

test('many texts go in parts of what a machine takes', () => {
  expect(inBatches([])).toEqual([]);
  expect(inBatches(['a'.repeat(60_000), 'b'.repeat(60_000)])?.map((one) => one.length)).toEqual([1, 1]);
});
