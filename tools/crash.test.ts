import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningSite, startSite } from '../test/site.ts';
import { diceFrom } from './crash/dice.ts';
import { settle } from './crash/family.ts';
import { Journal } from './crash/journal.ts';
import { sqliteRows } from './crash/rows.ts';
import { crash, type Run, spread } from './crash/run.ts';
import { readCrashSettings } from './crash/settings.ts';
import { smallPhotographs } from './crash/small-photographs.ts';
import { Writer } from './crash/writer.ts';

const { seed, points } = readCrashSettings();
const writersAtOnce = 4;
const patience = 60_000 + points * 4000;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'snowdrop-crash-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test(`SIGKILL at ${points} points: what was acknowledged is there`, { timeout: patience }, async () => {
  const site = await startSite();
  const run = await crashSite(site, seed, points).finally(() => site.end());
  tell(run);
  expect(run.problems).toEqual([]);
});

async function crashSite(site: RunningSite, from: number, count: number): Promise<Run> {
  const dice = diceFrom(from);
  const family = await settle(site.url, await site.claimAddress());
  const journal = new Journal(join(folder, `${from}.jsonl`));
  const photograph = await smallPhotographs();
  const writers = Array.from({ length: writersAtOnce }, () => new Writer(family, journal, photograph, dice.another()));
  const rows = () => sqliteRows(join(site.data, 'snowdrop.sqlite'));
  return crash(site, { data: site.data, family, rows }, { points: count, dice, journal, writers });
}

function tell({ points: done, acknowledged, unanswered, restarts, problems }: Run): void {
  const lost = problems.filter(({ what }) => what === 'lost').length;
  const doubled = problems.filter(({ what }) => what === 'doubled').length;
  console.log(JSON.stringify({ points: done, acknowledged, unanswered, lost, doubled, problems: problems.length, restart_ms: spread(restarts), seed }));
}
