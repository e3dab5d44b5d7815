// @module-tag landing: Twenty-four thousand requests.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { allCells, audiences, readExpected } from './matrix/expected.ts';
import { type Matrix, walkMatrix } from './matrix/matrix.ts';
import { figuresOf, problemsOf, tablesOf } from './matrix/report.ts';

const table = readExpected();
const expected = allCells(table);

describe('a whole site', () => {
  let matrix: Matrix;
  beforeAll(async () => {
    matrix = await walkMatrix();
  });

  test('shows everybody what is theirs to see, and nothing else in any form', () => {
    expect(problemsOf(matrix)).toEqual([]);
    const pending = expected.filter((cell) => cell.pending).length;
    expect(figuresOf(matrix)).toEqual({
      cells: 1080,
      walked: 1080 - pending,
      visible: expected.filter((cell) => cell.seen && !cell.pending).length,
      pending,
      leaks: 0,
      wrongly_hidden: 0,
    });
  });

  test('is told of in a table for people, which is the one that was written by hand', () => {
    const rows = tablesOf(matrix)
      .split('\n')
      .filter((line) => line.startsWith('link holder'));
    const marks = rows.map((row) => row.split(/ {2,}/).slice(1));
    const ours = audiences.map((audience) =>
      [...table.lines.get(audience)!.get('link holder')!.values()].map(({ seen, pending }) => {
        const mark = seen ? 'y' : '-';
        return pending ? `(${mark})` : mark;
      }),
    );
    expect(marks.map((row) => row.map((mark) => mark.trim()))).toEqual(ours);
  });

  test('is walked also where its page reaches fewer than everyone', () => {
    expect(matrix.also).toHaveLength(7);
    for (const { what, cells } of matrix.also) expect(cells.length, what).toBeGreaterThan(200);
  });
});

test('with the rule replaced by “true”, every cell in which nothing may be found is reported as a leak', async () => {
  const run = fileURLToPath(new URL('matrix/run.ts', import.meta.url));
  // In a process of its own, on the build: other tests share what they import with this one.
  const child = promisify(execFile)(process.execPath, [run, '--json', '--rule=true'], {
    env: { ...process.env, NODE_OPTIONS: '' },
    maxBuffer: 10_000_000,
  });
  const failed = (await child.catch((error: unknown) => error)) as {
    code?: number;
    stdout: string;
    stderr: string;
  };
  expect(failed.code, failed.stderr.slice(0, 2000)).toBe(1);
  const reported = new Set([...failed.stderr.matchAll(/^LEAK {2}(.+?): /gm)].map(([, name]) => name));
  const hidden = expected.filter((cell) => !cell.seen && !cell.pending);
  expect(hidden.filter(({ name }) => !reported.has(name)).map(({ name }) => name)).toEqual([]);
  const figures = JSON.parse(failed.stdout.trim().split('\n').at(-1)!) as Record<string, number>;
  expect(figures['cells']).toBe(1080);
  expect(figures['leaks']).toBeGreaterThanOrEqual(hidden.length);
});
