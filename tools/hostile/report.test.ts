import { expect, test } from 'vitest';
import { changesBetween } from './changes.ts';
import { exchangeInWords } from './exchange.ts';
import { groups } from './groups.ts';
import { lineForMachines, tableOf } from './report.ts';
import type { Told } from './run-groups.ts';

const group = (number: number) => groups.find((one) => one.number === number)!;
const stands = (number: number): Told => ({
  group: group(number),
  inputs: 10,
  knows: '10 were refused',
  problems: [],
  measured: [],
  longest: { as: 'GET /', ms: 12 },
});

const report = {
  told: [
    stands(1),
    { ...stands(9), problems: ['/home/x.css: 200 instead of 404 [Nora: GET /home/x.css → 200 “Home”]'] },
    { ...stands(33), measured: ['a line made others wait: 300 ms each time instead of 200 at most'] },
    { ...stands(40), inputs: 0, knows: 'there is no search yet' },
  ],
  leaks: ['a key stands in the log'],
  planted: 5,
};

test('the line for machines names what failed, what was only measured and what came out', () => {
  const line = lineForMachines(report);
  expect(Object.keys(line).slice(0, 5)).toEqual(['groups', 'run', 'not_yet', 'failed', 'inputs']);
  expect(line).toMatchObject({ groups: 4, run: 3, failed: 2, inputs: 30 });
  expect(line.failed_groups).toEqual([
    { group: 9, why: report.told[1]!.problems },
    { group: 0, why: report.leaks },
  ]);
  expect(line.measured_groups).toEqual([{ group: 33, why: report.told[2]!.measured }]);
  expect(JSON.stringify(line)).not.toContain('\n');
});

test('the table says the same to people', () => {
  const table = tableOf(report);
  expect(table).toMatch(/^ 9 {2}HTTP {4}FAILED .*\n.*\n *! \/home\/x\.css: 200 instead of 404/m);
  expect(table).toMatch(/^33 {2}Text {4}slow .*\n.*\n *~ a line made others wait/m);
  expect(table).toMatch(/^40 {2}Text {4}not yet/m);
});

test('a table that has changed is told by its row and what is another in it', () => {
  const rows = (...all: object[]) => new Map([['person', all.map((row) => JSON.stringify(row))]]);
  const nora = { id: 'nora', name: 'Nora', email: null };
  const elias = { id: 'elias', name: 'Elias', email: null };
  expect(changesBetween(rows(nora, elias), rows(nora, elias))).toEqual([]);
  expect(changesBetween(rows(nora, elias), rows({ ...nora, name: 'Evil' }, elias))).toEqual([
    'person did: 1 rows gone, 1 new; id nora: name from Nora to Evil',
  ]);
  expect(changesBetween(rows(nora), rows(nora, elias))).toEqual([
    'person did: 0 rows gone, 1 new; {"id":"elias","name":"Elias","email":null}',
  ]);
});

test('a request and its answer stand on one line', () => {
  const answer = {
    status: 413,
    headers: [],
    body: Buffer.from('<h1>This is more than can be taken at once</h1>'),
    text: '',
    isWhole: true,
  };
  const visitor = { name: 'Nora', address: '10.0.0.1', cookies: new Map() };
  const asked = { path: '/home/you', form: { name: 'W'.repeat(1000) } };
  expect(exchangeInWords({ visitor, asked, answer })).toBe(
    `Nora: POST /home/you with 1005 bytes, "name=${'W'.repeat(115)}…" → 413 “This is more than can be taken at once”`,
  );
  expect(exchangeInWords({ as: 'two lengths', ended: 'patience', answers: [] })).toBe(
    'two lengths → nothing, patience',
  );
});
