import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { jobKinds } from '#reactions.ts';
import { type Answer, world } from '#test/world.ts';
import { allCells, readExpected } from './expected.ts';
import { missedJobs, missedRoutes } from './missed.ts';
import type { Piece } from './piece.ts';
import type { Viewer } from './viewers.ts';
import { type Ground, walk } from './walk.ts';

const table = readExpected();
const expected = allCells(table);
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
