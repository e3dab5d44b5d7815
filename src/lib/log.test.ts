import { configure, type LogRecord, reset } from '@logtape/logtape';
import { afterEach, expect, test } from 'vitest';
import { reportUnexpected } from '#lib/log.ts';

const canary = 'zanzibar7';
afterEach(() => reset());

/** All that is written down about a fault. */
async function logged(error: unknown): Promise<string> {
  const records: LogRecord[] = [];
  await configure({
    reset: true,
    sinks: { kept: (record) => void records.push(record) },
    loggers: [
      { category: 'snowdrop', sinks: ['kept'], lowestLevel: 'info' },
      { category: ['logtape', 'meta'], sinks: [], lowestLevel: 'error' },
    ],
  });
  reportUnexpected(error, 'GET /sign-in/link/:secret');
  expect(records).toHaveLength(1);
  return JSON.stringify(records);
}

test('a fault is told with where it happened, its kind, and the lines of the program', async () => {
  const text = await logged(
    Object.assign(new TypeError('anything'), { code: 'ERR_SQLITE_ERROR', errcode: 1 }),
  );
  for (const said of ['GET /sign-in/link/:secret', 'TypeError', 'ERR_SQLITE_ERROR', 'log.test.ts'])
    expect(text).toContain(said);
});

test.each([
  ['its message', new Error(`no such address: nora@${canary}.example`)],
  ['the first line of its stack', new SyntaxError(`Unexpected token in "${canary}"`)],
  ['a message of several lines', new Error(`\n    at ${canary}\n    at https://${canary}/sign-in (x)`)],
  ['a second error behind it', new Error('refused', { cause: new Error(canary) })],
  ['what a database tells of a row', Object.assign(new Error('double'), { detail: canary, query: canary })],
  ['a name that somebody chose', Object.assign(new Error('odd'), { name: `${canary} is not a name` })],
  ['a code that is none', Object.assign(new Error('odd'), { code: `https://${canary}/` })],
  ['something thrown that is no error', `https://snowdrop.example/key#${canary}`],
])('no word of %s is written down', async (_, error) => {
  expect(await logged(error)).not.toContain(canary);
});
