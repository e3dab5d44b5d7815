import { readFile } from 'node:fs/promises';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { runWord } from '#cli/run-word.ts';
import { readConfig, WrongSettings } from '#config.ts';

const said: string[] = [];
const complained: string[] = [];
beforeAll(() => {
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
  vi.spyOn(console, 'error').mockImplementation((line: string) => void complained.push(line));
});
beforeEach(() => void (said.length = complained.length = 0));

test.each([[[]], [['help']], [['--help']], [['-h']]])('%j says what can be said', async (typed) => {
  expect(await runWord(typed)).toBe(0);
  for (const word of ['serve', 'sample', 'let-in', 'backup', 'restore', 'words verify'])
    expect(said[0]).toContain(`snowdrop ${word}`);
});

test.each([
  [['bakcup', 'x'], 'does not know the word “bakcup”'],
  [['constructor'], 'does not know the word “constructor”'],
  [['sample', '--jsno'], '“--jsno” means nothing here'],
  [['serve', 'now'], '“now” means nothing here'],
  [['backup'], 'Say one folder: snowdrop backup DIR'],
  [['restore', 'one', 'two'], 'Say one folder: snowdrop restore DIR'],
  [['let-in'], 'Say whom'],
  [['words'], 'Say the saved words and the keys'],
  [['words', 'verify', 'letter.json'], 'Say the saved words and the keys'],
  [['words', 'verify', '--all', '--key', 'x'], 'Say the saved words and the keys'],
])('%j is explained on stderr and ends with 64', async (typed, words) => {
  expect(await runWord(typed)).toBe(64);
  expect(complained.join('\n')).toContain(words);
  expect(said).toEqual([]);
});

test('every setting is told of in the documentation', async () => {
  const page = await readFile(new URL('../../docs/running/configure.md', import.meta.url), 'utf8');
  let wrong = '';
  try {
    readConfig({ SNOWDROP_NONE: '1' });
  } catch (error) {
    wrong = error instanceof WrongSettings ? error.message : '';
  }
  const settings = wrong.replace(/^.*The settings are /, '').match(/[A-Z_]{6,}/g) ?? [];
  expect(settings.length).toBeGreaterThan(7);
  for (const setting of settings) expect(page).toContain(`\n| \`${setting}\` |`);
});
