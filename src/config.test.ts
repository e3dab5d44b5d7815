import { describe, expect, test } from 'vitest';
import { readConfig, WrongSettings } from '#config.ts';

function wrongIn(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof WrongSettings) return error.sentences;
    throw error;
  }
}

test('nothing needs to be set', () => {
  expect(readConfig({})).toMatchObject({
    listen: '127.0.0.1',
    port: 3000,
    url: 'http://localhost:3000',
    data: './data',
    mail: undefined,
    databaseUrl: undefined,
  });
});

test('what is empty or blank counts as not set', () => {
  expect(
    readConfig({ SNOWDROP_PORT: ' ', SNOWDROP_URL: '', SNOWDROP_CONTACT: '\t', DATABASE_URL: '' }),
  ).toEqual(readConfig({}));
});

test('the settings cannot be changed afterwards', () => {
  expect(Object.isFrozen(readConfig({}))).toBe(true);
});

test('everything that is wrong is told at once, one sentence each', () => {
  const sentences = wrongIn({
    SNOWDROP_PORT: '70000',
    SNOWDROP_LISTEN: 'hello',
    SNOWDROP_URL: 'http://family.example',
    DATABASE_URL: 'mysql://here',
    SNOWDROP_MAIL: 'mail.example',
    SNOWDROP_MAIL_FROM: 'nobody',
    SNOWDROP_CONTACT: 'a@family.example, b@family.example',
    SNOWDROP_PROT: '3000',
  });
  expect(sentences).toHaveLength(8);
  for (const name of [
    'SNOWDROP_PORT',
    'SNOWDROP_LISTEN',
    'SNOWDROP_URL',
    'DATABASE_URL',
    'SNOWDROP_MAIL ',
    'SNOWDROP_MAIL_FROM',
    'SNOWDROP_CONTACT',
    'SNOWDROP_PROT',
  ]) {
    expect(
      sentences.filter((sentence) => sentence.startsWith(name)),
      name,
    ).toHaveLength(1);
  }
  expect(sentences.join()).not.toMatch(/undefined|NaN|\[object/);
});

describe('the address people type', () => {
  test.each([
    ['https://snowdrop.example', 'https://snowdrop.example'],
    ['https://snowdrop.example/', 'https://snowdrop.example'],
    ['HTTPS://Snowdrop.Example:443', 'https://snowdrop.example'],
    ['https://wren.example:8443', 'https://wren.example:8443'],
    ['https://münchen.example', 'https://xn--mnchen-3ya.example'],
    ['http://localhost:4000', 'http://localhost:4000'],
    ['http://127.0.0.1', 'http://127.0.0.1'],
    ['http://[::1]:3000', 'http://[::1]:3000'],
  ])('%s', (typed, url) => {
    expect(readConfig({ SNOWDROP_URL: typed }).url).toBe(url);
  });

  test.each([
    'http://snowdrop.example',
    'http://192.168.1.20:3000',
    'http://localhost.evil.example',
    'http://127.0.0.1.nip.example',
  ])('%s is a public name without https', (url) => {
    expect(wrongIn({ SNOWDROP_URL: url })).toEqual([expect.stringContaining('without https')]);
  });

  test.each([
    'snowdrop.example',
    'ftp://snowdrop.example',
    'https://',
    'https://snowdrop.example/pages',
    'https://snowdrop.example/?a=b',
    'https://snowdrop.example/#top',
    'https://nora:secret@snowdrop.example',
    'javascript:alert(1)',
    'https://snow drop.example',
  ])('%s is none', (url) => {
    expect(wrongIn({ SNOWDROP_URL: url })).toEqual([
      expect.stringContaining('SNOWDROP_URL must be the address people type'),
    ]);
  });
});

test.each(['0.5', '-1', '65536', 'http', 'NaN', 'Infinity'])('port %s is none', (port) => {
  expect(wrongIn({ SNOWDROP_PORT: port })).toEqual(['SNOWDROP_PORT must be a whole number from 0 to 65535.']);
});

test.each(['127.0.0.1', '0.0.0.0', '::', '::1', 'localhost'])('%s can be listened on', (listen) => {
  expect(readConfig({ SNOWDROP_LISTEN: listen }).listen).toBe(listen);
});

test.each(['hello', '127.0.0.1:3000', '[::1]', '127.0.0', '999.0.0.1', 'localhost; rm'])(
  '%s cannot be listened on',
  (listen) => {
    expect(wrongIn({ SNOWDROP_LISTEN: listen })).toEqual([
      'SNOWDROP_LISTEN must be an IP address, like 127.0.0.1 or 0.0.0.0, or localhost.',
    ]);
  },
);

test('settings of the tests and of the browser are nobody else’s business', () => {
  expect(wrongIn({ SNOWDROP_TEST_DATABASE_URL: 'postgres://x', SNOWDROP_BROWSER: '/x', OTHER: 'x' })).toEqual(
    [],
  );
});

test('a machine for drafts is named with its address and key, and words go to it by https', () => {
  expect(readConfig({ SNOWDROP_DRAFTS: 'deepl+https://its-key:fx@drafts.example' }).drafts).toEqual({
    kind: 'deepl',
    url: 'https://drafts.example',
    key: 'its-key:fx',
  });
  for (const at of ['http://127.0.0.1:5000', 'http://translate:5000'])
    expect(readConfig({ SNOWDROP_DRAFTS: `libretranslate+${at}/` }).drafts).toEqual({
      kind: 'libretranslate',
      url: at,
      key: undefined,
    });
  for (const wrong of [
    'https://translate.example',
    'google+https://x.example',
    'deepl+http://drafts.example',
  ])
    expect(wrongIn({ SNOWDROP_DRAFTS: wrong }), wrong).toHaveLength(1);
});
