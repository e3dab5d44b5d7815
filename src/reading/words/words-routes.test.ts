import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { letter } from '#test/cast.ts';
import { translated } from '#test/translated.ts';
import { world } from '#test/world.ts';

test('openssl alone finds the served words signed by the served key, and nothing else signed', async () => {
  const site = await world();
  const { mother, memorial } = await site.family();
  await site.opened(memorial);
  await site.letter(memorial, mother, { ...letter, audience: 'everyone' });
  const { text } = await site.request('/wren/words/a-year-of-you.json');
  const [words] = (JSON.parse(text) as { words: { text: string; signature: string; sha256: string }[] })
    .words;
  const [header, payload, signature] = words!.signature.split('.');
  const { keys } = JSON.parse((await site.request('/.well-known/snowdrop-words-key')).text) as {
    keys: { x: string }[];
  };
  const folder = mkdtempSync(join(tmpdir(), 'snowdrop-words-'));
  const keep = (name: string, bytes: string | Buffer): string => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };
  // SubjectPublicKeyInfo of Ed25519 (RFC 8410): twelve bytes, then the key.
  const spki = Buffer.from('302a300506032b6570032100', 'hex');
  const key = keep('key.der', Buffer.concat([spki, Buffer.from(keys[0]!.x, 'base64url')]));
  const mark = keep('signature', Buffer.from(signature!, 'base64url'));
  const verify = (signed: string): string =>
    execFileSync(
      'openssl',
      [
        'pkeyutl',
        '-verify',
        '-rawin',
        '-pubin',
        '-keyform',
        'DER',
        '-inkey',
        key,
        '-sigfile',
        mark,
        '-in',
        signed,
      ],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
    );
  try {
    expect(verify(keep('signed', `${header}.${payload}`))).toContain('Verified Successfully');
    expect(() => verify(keep('altered', `${header}.${payload}x`))).toThrow();
    const plain = await site.request('/wren/words/a-year-of-you.txt');
    expect(plain.text).toBe(letter.text);
    const hash = execFileSync('openssl', ['dgst', '-sha256', '-r', keep('letter.txt', plain.bytes)], {
      encoding: 'utf8',
    });
    expect(hash.split(' ')[0]).toBe(words!.sha256);
    expect(JSON.parse(Buffer.from(payload!, 'base64url').toString())).toMatchObject({
      sha256: words!.sha256,
      version: 1,
      url: 'https://snowdrop.example/wren/a-year-of-you/versions/1',
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('what is for fewer answers byte for byte as what does not exist', async () => {
  const site = await world();
  const { mother, memorial } = await site.family();
  await site.opened(memorial);
  const { address } = await site.letter(memorial, mother, { title: 'Ours', audience: 'only-us' });
  for (const form of ['json', 'txt']) {
    const hidden = await site.request(`/wren/words/${address}.${form}`, { as: mother });
    const never = await site.request(`/wren/words/never-was.${form}`);
    expect([hidden.status, hidden.text]).toEqual([404, never.text]);
  }
});

test('the words of an approved translation stand with those of the original, signed, and as plain text by language', async () => {
  const site = await world();
  const { mother, memorial } = await site.family();
  await site.opened(memorial);
  const tribute = await site.letter(memorial, mother, {
    title: 'To you',
    text: 'One.\n\nTwo.',
    audience: 'everyone',
  });
  const path = `/wren/words/${tribute.address}`;
  await translated(site, tribute, mother, { text: 'واحد.\n\nاثنان.' });
  await translated(site, tribute, mother, { text: 'واحد.\n\nواثنان.' });
  const { words } = JSON.parse((await site.request(`${path}.json`)).text) as { words: unknown[] };
  expect(words).toMatchObject([
    { language: 'en', version: 1, original: true, current: true, text: 'One.\n\nTwo.' },
    { language: 'ar', version: 1, original: false, current: false, text: 'واحد.\n\nاثنان.' },
    {
      url: `https://snowdrop.example/wren/${tribute.address}/in/ar/versions/2`,
      language: 'ar',
      version: 2,
      original: false,
      translator: 'Defne',
      of: 1,
      signed: [mother.name],
      current: true,
      title: 'إليك',
    },
  ]);
  const { signature } = words[2] as { signature: string };
  const payload = JSON.parse(Buffer.from(signature.split('.')[1]!, 'base64url').toString());
  expect(payload).toMatchObject({ original: false, translator: 'Defne', of: 1, version: 2 });

  for (const [file, text, language] of [
    ['.txt', 'One.\n\nTwo.', 'en'],
    ['.en.txt', 'One.\n\nTwo.', 'en'],
    ['.ar.txt', 'واحد.\n\nواثنان.', 'ar'],
  ] as const) {
    const plain = await site.request(path + file);
    expect([plain.text, plain.headers.get('content-language')]).toEqual([text, language]);
  }
  for (const file of ['.tr.txt', '.ar.json', '..txt', '.a.txt', '.ar.x.txt'])
    expect([file, (await site.request(path + file)).status]).toEqual([file, 404]);
});
