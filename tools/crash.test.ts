// @module-tag landing: Starts a site two hundred times.
import { availableParallelism, loadavg } from 'node:os';
import { expect, test } from 'vitest';
import { startLane } from './crash/lane.ts';
import { crash, type Run, spread } from './crash/run.ts';
import { readCrashSettings } from './crash/settings.ts';
import type { Problem } from './crash/verdict.ts';

const server = process.env['SNOWDROP_TEST_DATABASE_URL'];
const { seed, points } = readCrashSettings();
const pointsOnPostgres = Math.ceil(points * 0.15);
// Of one site; more would make a look at everything long.
const mostPoints = 100;
const patience = 120_000 + points * 6000;

test(
  `SIGKILL at ${points} points on SQLite: what was acknowledged is there`,
  { timeout: patience },
  async () => {
    // Two sites at a time: while one starts, the other works.
    const lanes = [0, 1].map((lane) => crashRounds(seed + lane, Math.ceil((points - lane) / 2)));
    judge((await Promise.all(lanes)).flat(), 'SQLite');
  },
);

test.runIf(server)(
  `SIGKILL at ${pointsOnPostgres} points on PostgreSQL: what was acknowledged is there`,
  { timeout: patience },
  async () => judge(await crashRounds(seed + 2, pointsOnPostgres, server), 'PostgreSQL'),
);
test.skipIf(server)('SIGKILL on PostgreSQL: NOT TRIED, SNOWDROP_TEST_DATABASE_URL is not set', () => {
  if (process.env['CI']) throw new Error('CI must name a PostgreSQL.');
});

async function crashRounds(from: number, count: number, on?: string): Promise<Run[]> {
  const runs: Run[] = [];
  for (let left = count; left > 0; left -= mostPoints) {
    const lane = await startLane(from + 10 * runs.length, { server: on });
    try {
      runs.push(await crash(lane, Math.min(left, mostPoints)));
    } finally {
      await lane.end();
    }
  }
  return runs;
}

/** Prints one line for machines and a seed that repeats the run. */
function judge(runs: Run[], database: string): void {
  const problems = runs.flatMap((run) => run.problems);
  const restarts = spread(runs.flatMap((run) => run.restarts));
  const sum = (what: 'points' | 'acknowledged' | 'unanswered'): number =>
    runs.reduce((total, run) => total + run[what], 0);
  const count = (kind: Problem['what']): number => problems.filter(({ what }) => what === kind).length;
  const line = {
    points: sum('points'),
    acknowledged: sum('acknowledged'),
    unanswered: sum('unanswered'),
    lost: count('lost'),
    doubled: count('doubled'),
    problems: problems.length,
    restart_ms: restarts,
    database,
    seed,
  };
  console.log(JSON.stringify(line));
  expect(problems).toEqual([]);
  // A machine with other work for all its processors says nothing about a start.
  if (loadavg()[0]! < availableParallelism() * 2) expect(restarts.max).toBeLessThan(5000);
}
