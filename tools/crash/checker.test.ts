import { appendFile, copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkStopped } from './checker.ts';
import { readJournal, type Told } from './journal.ts';
import { type Lane, startLane } from './lane.ts';
import { sha256 } from './letter-text.ts';
import { type Rows, sqliteRows } from './rows.ts';
import type { Problem } from './verdict.ts';

let lane: Lane;
let rows: Rows;
let told: Told[];
const inData = (...path: string[]): string => join(lane.process.data, ...path);

beforeAll(async () => {
  lane = await startLane(20240229);
  const { journal, writers, process } = lane;
  const enough = (): boolean => {
    const kinds = readJournal(journal.path)
      .filter(({ got }) => got)
      .map(({ request }) => request.kind);
    return (
      kinds.length > 20 &&
      kinds.includes('publish') &&
      kinds.at(-1) !== 'withdraw' &&
      kinds.includes('photograph')
    );
  };
  await writers[0]!.work(enough, () => {}, 'photograph');
  const last = (): string | undefined => readJournal(journal.path).at(-1)?.request.kind;
  await writers[1]!.work(
    () => last() === 'publish',
    () => {},
    'publish',
  );
  await writers[2]!.work(
    () => last() === 'keep',
    () => {},
    'keep',
  );
  await process.kill();
  rows = await sqliteRows(inData('snowdrop.sqlite'));
  told = readJournal(journal.path);
}, 120_000);
afterAll(() => lane.end());

/** What the checker says after somebody has spoilt the site, or its journal. Both are as they were afterwards. */
async function afterwards(spoil: {
  sql?: string;
  values?: string[];
  journal?: object[];
  hide?: number;
}): Promise<Problem[]> {
  const { sql, values = [], journal = [], hide } = spoil;
  const [file, copy, path] = [inData('snowdrop.sqlite'), inData('spoilt.sqlite'), inData('spoilt.jsonl')];
  await copyFile(file, copy);
  await copyFile(lane.journal.path, path);
  await appendFile(path, journal.map((line) => `${JSON.stringify(line)}\n`).join(''));
  if (hide !== undefined) {
    const lines = (await readFile(path, 'utf8'))
      .split('\n')
      .filter((line) => line && JSON.parse(line).n !== hide);
    await writeFile(path, lines.join('\n'));
  }
  if (sql) {
    const database = new DatabaseSync(copy);
    const { changes } = database.prepare(sql).run(...values);
    database.close();
    expect(changes).toBe(1);
  }
  return checkStopped({ data: lane.process.data, rows: () => sqliteRows(copy) }, path);
}

/** The last save that stands in a draft, of a letter that nothing else was asked of after it. */
function lastDraft() {
  const draft = rows.drafts.find(
    ({ beside, text }) =>
      beside === 0 && told.some(({ request }) => request.kind === 'keep' && request.text === sha256(text)),
  )!;
  return {
    id: draft.id,
    letter: draft.tribute_id,
    n: told.find(({ request }) => request.kind === 'keep' && request.text === sha256(draft.text))!.n,
  };
}
const published = () => rows.letters.find(({ published_at }) => published_at !== null)!;

describe('the checker finds what is wrong, and nothing else', () => {
  test('nothing, where nothing is', async () => {
    expect(await afterwards({})).toEqual([]);
  });

  test('a save that was acknowledged and is not there', async () => {
    const { letter } = lastDraft();
    const request = {
      kind: 'keep',
      letter,
      key: 'k',
      editor: 'another page',
      from: 9999,
      text: sha256('lost words'),
    };
    const problems = await afterwards({
      journal: [
        { n: 9000, sent: request },
        { n: 9000, got: { status: 200, kept: 'draft' } },
      ],
    });
    expect(problems).toEqual([
      { what: 'lost', says: `letter ${letter}: the text of request 9000 is nowhere` },
    ]);
  });

  test('a draft whose text became another', async () => {
    const { id, letter, n } = lastDraft();
    const problems = await afterwards({
      sql: 'update draft set text = ? where id = ?',
      values: ['other words', id],
    });
    expect(problems).toEqual([
      { what: 'lost', says: `letter ${letter}: the text of request ${n} is nowhere` },
      { what: 'unsent', says: `letter ${letter}: a text that was never sent: ${sha256('other words')}` },
    ]);
  });

  test('a save that nobody sent', async () => {
    const { letter, n } = lastDraft();
    const problems = await afterwards({ hide: n });
    expect(problems.every(({ says }) => says.includes(letter))).toBe(true);
    expect(problems.map(({ what }) => what)).toContain('unsent');
  });

  test('a draft that is kept twice', async () => {
    const { id, letter } = lastDraft();
    const columns =
      'tribute_id, writer_id, began_from, title, text, language, memory, signed, photographs, browser, machine, updated_at';
    const sql = `insert into draft (id, beside, ${columns}) select 'twice', 1, ${columns} from draft where id = ?`;
    const problems = await afterwards({ sql, values: [id] });
    expect(problems.map(({ what }) => what)).toEqual(['doubled']);
    expect(problems[0]!.says).toContain(letter);
  });

  test('a publication that is gone', async () => {
    const { id } = published();
    const problems = await afterwards({
      sql: 'update tribute set published_at = null where id = ?',
      values: [id],
    });
    expect(problems.every(({ says }) => says.includes(id))).toBe(true);
    expect(problems[0]!.what).toBe('lost');
  });

  test('a withdrawal that did not last', async () => {
    const { id } = published();
    const problems = await afterwards({
      journal: [
        { n: 9000, sent: { kind: 'withdraw', letter: id } },
        { n: 9000, got: { status: 303 } },
      ],
    });
    expect(problems.map(({ what }) => what)).toEqual(['lost']);
    expect(problems[0]!.says).toMatch(`letter ${id}: readers have `);
  });

  test('a publication without its key', async () => {
    const done = told.find(({ request, outcome }) => request.kind === 'publish' && outcome === 'done')!;
    const key = 'key' in done.request ? done.request.key : '';
    const problems = await afterwards({
      sql: 'delete from kept_answer where key like ?',
      values: [`${key}%`],
    });
    expect(problems.map(({ what }) => what)).toEqual(
      told.filter(({ request }) => 'key' in request && request.key === key).map(() => 'torn'),
    );
  });

  test('an original that is not in blobs, and one that holds other bytes', async () => {
    const { id, sha256: name } = rows.photographs[0]!;
    const path = inData('blobs', name.slice(0, 2), name);
    const bytes = await readFile(path);
    await rm(path);
    expect(await afterwards({})).toEqual([
      { what: 'lost', says: `the original ${name} of photograph ${id}` },
    ]);
    bytes[100]! ^= 1;
    await writeFile(path, bytes);
    expect((await afterwards({})).map(({ what }) => what)).toEqual(['lost', 'torn']);
  });
});
