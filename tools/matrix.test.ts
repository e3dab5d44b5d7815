import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Hono } from 'hono';
import { beforeAll, describe, expect, test } from 'vitest';
import { jobKinds } from '#reactions.ts';
import { type Answer, world } from '#test/world.ts';
import { audiences, readExpected } from './matrix/expected.ts';
import { type Matrix, walkMatrix } from './matrix/matrix.ts';
import type { Piece } from './matrix/piece.ts';
import { figuresOf, problemsOf, tablesOf } from './matrix/report.ts';
import { missedJobs, missedRoutes } from './matrix/missed.ts';
import type { Viewer } from './matrix/viewers.ts';
import { type Ground, walk } from './matrix/walk.ts';

const table = readExpected();
const stands = {
  tributeId: 't',
  address: 'a',
  photographId: 'p',
  hashes: ['h'],
  languages: ['ar', 'tr'],
  translations: ['l'],
  pictures: 'u',
};
const piece = (step: Piece['step']): Piece => ({
  name: step,
  step,
  canaries: ['zanzibar'],
  stands,
  whole: true,
});
const place = { memorialId: 'm', familyId: 'f', memberId: 'p', circleId: 'c' };

/** Every cell that the table has for the five audiences. */
const expected = audiences.flatMap((audience) =>
  [...table.lines.get(audience)!].flatMap(([viewer, line]) =>
    [...line].map(([representation, cell]) => ({
      name: `${audience} · ${viewer} · ${representation}`,
      ...cell,
    })),
  ),
);

describe('the table', () => {
  test('has 5 audiences × 12 viewers × 18 representations', () => {
    expect([expected.length, new Set(expected.map(({ name }) => name)).size]).toEqual([1080, 1080]);
  });

  test('is refused when a line is not whole, a cell says nothing, or a column is half in brackets', () => {
    const markdown = [...table.lines.keys(), 'whoever wrote it']
      .map((name) => `## ${name}\n\n| viewer | page | JSON |\n| --- | --- | --- |\n| nobody | y | (-) |\n`)
      .join('\n');
    expect(readExpected(markdown).representations).toEqual(['page', 'JSON']);
    for (const [line, why] of [
      ['| nobody | y |', 'is not whole'],
      ['| nobody | y | perhaps |', 'is none of'],
      ['| nobody | y | y |', 'pending in some cells only'],
    ] as const) {
      expect(() => readExpected(markdown.replace('| nobody | y | (-) |', line))).toThrow(why);
    }
    expect(() => readExpected(markdown.replace('## everyone', '## everybody'))).toThrow(
      'no table of “everyone”',
    );
  });
});

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

describe('what the walk notices', () => {
  const nobody: Viewer = { name: 'nobody', asks: [{}], spaces: new Set(['public']), email: 'a@b.example' };
  const answer = (status: number, type: string, text: string): Answer => ({
    status,
    text,
    bytes: Buffer.from(text),
    location: null,
    headers: new Headers({ 'content-type': type }),
  });
  const look = async (of: Piece['step'], answered: Answer, mails: string[] = []) => {
    const site = {
      request: () => Promise.resolve(answered),
      mails: () =>
        Promise.resolve(
          mails.map((text) => ({ to: 'a@b.example', subject: '', language: 'en', text, html: '' })),
        ),
    };
    const ground: Ground = { site, place, pieces: [piece(of)], within: 'everyone' };
    const cells = await walk(ground, nobody, (step) => table.lines.get(step)!.get('nobody')!);
    return (what: 'leaks' | 'hidden' | 'unforeseen' | 'failed') =>
      cells.filter((cell) => cell[what].length > 0).map(({ representation }) => representation);
  };
  const built = table.representations.filter(
    (name) => !table.lines.get('everyone')!.get('nobody')!.get(name)!.pending,
  );

  test('a site that shows nothing hides everything from everyone', async () => {
    const found = await look('everyone', answer(404, 'text/html', 'Nothing is here.'));
    expect([found('hidden'), found('leaks')]).toEqual([built, []]);
  });

  test('a single word of what is private is a leak, whatever the status, in representations to come too', async () => {
    const found = await look('only me', answer(404, 'text/html', 'Nothing of zanzibar is here.'));
    expect(found('leaks')).toEqual(table.representations);
  });

  test('a page where the piece alone would be says that it exists, without a word of it', async () => {
    const found = await look('only me', answer(304, 'text/html', ''));
    expect(found('leaks')).toEqual(expect.arrayContaining(['page', 'small', 'large', 'HEAD', '304']));
  });

  test('a representation that answers is no longer one to come', async () => {
    const found = await look('everyone', answer(200, 'application/json', '{"text":"zanzibar"}'));
    expect(found('unforeseen')).toEqual(expect.arrayContaining(['actor', 'search', 'archive']));
    const told = await look('everyone', answer(404, 'text/html', ''), ['zanzibar']);
    expect(told('unforeseen')).toEqual(['told']);
  });

  test('a mail about what is private is a leak, and a site that fails is told of', async () => {
    const found = await look('only us', answer(500, 'text/html', ''), ['zanzibar']);
    expect([found('leaks'), found('failed')]).toEqual([['told'], table.representations]);
  });
});

describe('what belongs to no column', () => {
  test('is a route that nothing asks for, or that is held to be still to come', async () => {
    const site = await world();
    const app = new Hono();
    for (const path of ['/to/:memorial/card', '/:memorial/days.ics']) app.get(path, (c) => c.text('A card'));
    app.route('/', site.app);
    const ground: Ground = { site, place, pieces: [piece('everyone')], within: 'everyone' };
    expect(missedRoutes(site, ground, table)).toEqual([]);
    expect(missedRoutes({ ...site, app }, ground, table)).toEqual([
      '/to/:memorial/card belongs to no representation and is not named as holding no piece',
      '/:memorial/days.ics is there, and “days” holds it to be still to come',
    ]);
  });

  test('is a job of which nobody said that it tells nothing', async () => {
    const { site } = await world();
    const kinds = { ...jobKinds(site), 'send-notice': () => Promise.resolve() };
    expect(missedJobs(kinds)).toEqual([
      'the job “send-notice” belongs to no representation and is not named as silent',
    ]);
  });
});
