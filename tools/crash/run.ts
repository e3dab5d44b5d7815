import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { RunningSite } from '../../test/site.ts';
import { Checker } from './checker.ts';
import type { Dice } from './dice.ts';
import { isDone, readJournal, type Request } from './journal.ts';
import type { Lane } from './lane.ts';
import { type Moment, moments } from './send.ts';
import type { Problem } from './verdict.ts';
import type { Act, Writer } from './writer.ts';

export type Run = {
  points: number;
  acknowledged: number;
  unanswered: number;
  restarts: number[];
  problems: Problem[];
};

type Aim = { moment: Moment | 'any'; wish?: Act; only?: Request['kind'][]; count: number; after: number };

const uploads: Request['kind'][] = ['photograph', 'keep'];
// If what was aimed at does not come: a machine that is busy must not make a run longer.
const longestWork = 1000;

/** Kills a site at so many points while its family writes, starts it again each time, and judges it. */
export async function crash({ process, site, journal, writers, dice }: Lane, points: number): Promise<Run> {
  const checker = new Checker(site, journal);
  const restarts: number[] = [];
  for (let point = 1; point <= points && checker.problems.length === 0; point++) {
    const aim = chooseAim(dice);
    journal.point(point, aim.moment);
    const killed = await workUntilKilled(process, writers, aim);
    const leftBehind = await roomsOf(site.data);
    await process.restart();
    restarts.push(performance.now() - killed);
    const swept = await roomsOf(site.data);
    const where = `point ${point}, killed at “${aim.moment}”`;
    for (const name of leftBehind.filter((one) => swept.includes(one))) {
      checker.problems.push({ what: 'torn', says: `${where}: tmp/${name} was not swept` });
    }
    await checker.look(where);
  }
  await checker.look('at the end', true);
  const told = readJournal(journal.path);
  return {
    points: restarts.length,
    acknowledged: told.filter(({ got }) => got && isDone(got)).length,
    unanswered: told.filter(({ got }) => !got).length,
    restarts,
    problems: checker.problems,
  };
}

/** Answers when the process was killed (`performance.now()`); every writer has noticed by then. */
async function workUntilKilled(process: RunningSite, writers: Writer[], aim: Aim): Promise<number> {
  let killed: number | undefined;
  let gone: Promise<void> = Promise.resolve();
  let left = aim.count;
  const kill = (): void => {
    if (killed !== undefined) return;
    killed = performance.now();
    gone = process.kill('SIGKILL');
  };
  const works = writers.map((writer) =>
    writer.work(
      () => killed !== undefined,
      (moment, request) => {
        if (moment === aim.moment && (aim.only?.includes(request.kind) ?? true) && --left === 0) kill();
      },
      aim.wish,
    ),
  );
  const working = Promise.all(works);
  await Promise.race([wait(aim.moment === 'any' ? aim.after : longestWork), working]);
  kill();
  await gone;
  await working;
  return killed!;
}

function chooseAim(dice: Dice): Aim {
  const count = dice.between(1, 8);
  const after = dice.between(5, 450);
  const moment = dice.chance(0.35) ? 'any' : dice.pick(moments);
  if (moment === 'half')
    return { moment, after, count: dice.between(1, 2), wish: 'photograph', only: uploads };
  if (moment === 'answered' && dice.chance(0.3))
    return { moment, after, count: 1, wish: 'photograph', only: ['photograph'] };
  const wish = dice.chance(0.3)
    ? dice.pick<Act>(['begin', 'publish', 'withdraw', 'keep with photograph'])
    : undefined;
  return { moment, after, count, ...(wish && { wish }) };
}

function roomsOf(data: string): Promise<string[]> {
  return readdir(join(data, 'tmp'));
}

/** The middle and the ends of what was measured, in whole milliseconds. */
export function spread(measured: readonly number[]): { min: number; median: number; max: number } {
  const sorted = measured.map(Math.round).toSorted((a, b) => a - b);
  return { min: sorted[0] ?? 0, median: sorted[sorted.length >> 1] ?? 0, max: sorted.at(-1) ?? 0 };
}
