import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { runWord } from '#cli/run-word.ts';
import { letter } from '#test/cast.ts';
import { world } from '#test/world.ts';

type Saved = { words: Record<string, unknown>[] };

const folder = mkdtempSync(join(tmpdir(), 'snowdrop-verify-'));
const said: string[] = [];
const complained: string[] = [];
let saved: string;
let keys: string;

beforeAll(async () => {
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
  vi.spyOn(console, 'error').mockImplementation((line: string) => void complained.push(line));
  const site = await world();
  const { mother, memorial } = await site.family();
  await site.opened(memorial);
  await site.letter(memorial, mother, { ...letter, audience: 'everyone' });
  saved = (await site.request('/wren/words/a-year-of-you.json')).text;
  keys = keep('keys.json', (await site.request('/.well-known/snowdrop-words-key')).text);
});
beforeEach(() => void (said.length = complained.length = 0));
afterAll(() => rmSync(folder, { recursive: true }));

function keep(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

/** The saved file with something else in it. */
function altered(change: (words: Record<string, unknown>) => void): string {
  const file = JSON.parse(saved) as Saved;
  change(file.words[0]!);
  return keep('altered.json', JSON.stringify(file));
}

const verify = (...args: string[]) => runWord(['words', 'verify', ...args]);

test('saved words are right by the saved keys, and by the key that is named', async () => {
  const file = keep('letter.json', saved);
  expect(await verify(file, '--keys', keys)).toBe(0);
  expect(said).toEqual([
    'Right: “A year of you”, version 1 in the language “en”, published 2024-02-14T10:00:00.000Z, signed by Nora Lind. https://snowdrop.example signed these words.',
  ]);
  const { keys: known } = JSON.parse(readFileSync(keys, 'utf8')) as {
    keys: { x: string }[];
  };
  expect(await verify(file, '--key', known[0]!.x)).toBe(0);
});

test('a text beside them is theirs, or is not', async () => {
  const file = keep('letter.json', saved);
  expect(await verify(file, keep('letter.txt', letter.text), '--keys', keys)).toBe(0);
  expect(said.at(-1)).toBe('“letter.txt” is version 1 in the language “en”, letter for letter.');
  expect(await verify(file, keep('other.txt', `${letter.text} `), '--keys', keys)).toBe(1);
  expect(said.at(-1)).toMatch(/^“other\.txt” is none of the words/);
});

test.each<[string, (words: Record<string, unknown>) => void, RegExp]>([
  ['one letter of the text', (words) => (words['text'] = `${String(words['text'])}.`), /^Altered: the text/],
  [
    'who signed, beside it',
    (words) => (words['signed'] = ['Somebody']),
    /^Altered: .*\(signed\).*signed: “A year of you”/,
  ],
  ['a member more', (words) => (words['approved'] = true), /^Altered: .*\(approved\)/],
  ['a member less', (words) => delete words['published'], /^Altered: .*\(published\)/],
  [
    'the statement that was signed',
    (words) => {
      const [head, payload = '', mark] = String(words['signature']).split('.');
      const says = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
      const other = Buffer.from(JSON.stringify({ ...says, version: 2 })).toString('base64url');
      words['signature'] = `${head}.${other}.${mark}`;
    },
    /^Not right: the signature does not fit/,
  ],
  ['no signature', (words) => (words['signature'] = 'none'), /^Not right: there is no signature/],
  [
    'a signature without an algorithm',
    (words) => (words['signature'] = unsigned(String(words['signature']))),
    /^Not right: there is no signature/,
  ],
])('altered in %s, it says so', async (_, change, sentence) => {
  expect(await verify(altered(change), '--keys', keys)).toBe(1);
  expect(said).toEqual([expect.stringMatching(sentence)]);
});

test('words of another site are not known by these keys, and right by its own', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const { x = '' } = publicKey.export({ format: 'jwk' });
  const file = keep('theirs.json', byHand(privateKey, 'their-key', 'Words of another family.'));
  expect(await verify(file, '--keys', keys)).toBe(1);
  expect(said).toEqual([expect.stringMatching(/^Not known: .*the key their-key/)]);
  const theirs = keep(
    'theirs-keys.json',
    JSON.stringify({ keys: [{ kty: 'OKP', crv: 'Ed25519', kid: 'their-key', x }] }),
  );
  expect(await verify(file, '--keys', theirs)).toBe(0);
  expect(said.at(-1)).not.toContain('\u001b');
});

test('what is not there, or something else, is told plainly', async () => {
  const file = keep('letter.json', saved);
  for (const [args, sentence] of [
    [[join(folder, 'nowhere.json'), '--keys', keys], /^There is no file “.*nowhere\.json”/],
    [[file, '--keys', join(folder, 'nowhere.json')], /^There is no file/],
    [[file, join(folder, 'nowhere.txt'), '--keys', keys], /^There is no file/],
    [[keep('cut.json', saved.slice(0, 100)), '--keys', keys], /“cut\.json” is no JSON/],
    [[keys, '--keys', keys], /“keys\.json” holds no exact words/],
    [[file, '--keys', file], /“letter\.json” holds no keys/],
  ] as const) {
    complained.length = 0;
    expect(await verify(...args)).toBe(1);
    expect(complained).toEqual([expect.stringMatching(sentence)]);
  }
});

/** The same statement under a header that names no algorithm: it must never be taken for signed. */
function unsigned(signature: string): string {
  const [, payload] = signature.split('.');
  return `${Buffer.from(JSON.stringify({ alg: 'none', kid: '' })).toString('base64url')}.${payload}.`;
}

/** A file as docs/words.md tells it, made without any code of the program; its title would move a terminal. */
function byHand(key: KeyObject, kid: string, text: string): string {
  const says = {
    iss: 'https://theirs.example',
    url: 'https://theirs.example/a/b/versions/1',
    title: 'Theirs\u001b[2J',
    language: 'en',
    version: 1,
    signed: [],
    published: '2024-01-01T00:00:00.000Z',
    sha256: createHash('sha256').update(text).digest('hex'),
  };
  const encode = (one: object): string => Buffer.from(JSON.stringify(one)).toString('base64url');
  const bytes = `${encode({ alg: 'EdDSA', kid })}.${encode(says)}`;
  const signature = `${bytes}.${sign(null, Buffer.from(bytes), key).toString('base64url')}`;
  return JSON.stringify({ snowdrop: 'words/1', words: [{ ...says, current: true, text, signature }] });
}
