import { availableParallelism, loadavg } from 'node:os';
import { addressesOf } from './addresses.ts';
import type { Attack } from './attack.ts';
import { type Family, settle } from './family.ts';
import { type Group, groups } from './groups.ts';
import { openPlace, type Place } from './place.ts';
import { faultsTold, leaksOf } from './secrets.ts';
import { type Took, Trial } from './trial.ts';

/** What became of a group: how it is known that it arrived, or why it has not run; what is wrong. */
export type Told = {
  group: Group;
  inputs: number;
  knows: string;
  problems: string[];
  /** What took too long while the machine had too much to do: measured, and no fault. */
  measured: string[];
  /** The longest that somebody else had to wait each time that it was sent, in milliseconds, and for which input. */
  longest: Wait;
};
export type Report = { told: Told[]; leaks: string[]; planted: number };
type Wait = { as: string; ms: number };

const longestWait = 200;
// Judged by repeating: on a machine that others use, too, anything may take long once.
const mostTries = 3;

/** Sends all groups at one running site, one after another. With `only`, a few of them. */
export async function runGroups({
  server,
  only,
}: { server?: string; only?: readonly number[] } = {}): Promise<Report> {
  const place = await openPlace(server);
  try {
    const settling = new Trial(place);
    const family = await settle(settling);
    const asked = groups.filter(({ number }) => !only || only.includes(number));
    const waited = asked.map((group) =>
      'beside' in group && group.beside ? run(place, family, group, group.beside) : undefined,
    );
    const told: Told[] = [];
    for (const group of asked) {
      const from = place.site.output.length;
      const one = 'attack' in group ? await run(place, family, group, group.attack) : notYet(family, group);
      one.problems.push(...faultsTold(place.site.output.slice(from)));
      told.push(one);
    }
    for (const [at, beside] of waited.entries()) {
      const one = told[at];
      if (one && beside) told[at] = together(one, await beside);
    }
    const leaks = [...settling.problems, ...(await leaksOf(place))];
    return { told, leaks, planted: place.canaries.count };
  } finally {
    await place.end();
  }
}

function notYet(family: Family, group: Extract<Group, { notYet: string }>): Told {
  const landed = addressesOf(family).find(({ pattern }) => group.lands.test(pattern));
  const problems = landed
    ? [`${landed.pattern} is there now: its inputs are to be written in tools/hostile/`]
    : [];
  return { group, inputs: 0, knows: group.notYet, problems, measured: [], longest: { as: '', ms: 0 } };
}

/** A group of which a part ran beside the others. */
function together(one: Told, beside: Told): Told {
  return {
    group: one.group,
    inputs: one.inputs + beside.inputs,
    knows: `${one.knows}; ${beside.knows}`,
    problems: [...one.problems, ...beside.problems],
    measured: [...one.measured, ...beside.measured],
    longest: one.longest.ms > beside.longest.ms ? one.longest : beside.longest,
  };
}

async function run(place: Place, family: Family, group: Group, send: Attack): Promise<Told> {
  const first = await attack(place, family, group, send);
  const { trial, knows, waits } = first;
  let late = first.late;
  for (let tries = 1; tries < mostTries && late.size > 0; tries++) {
    const again = await attack(place, family, group, send);
    // What was late each time stays, by its shortest.
    late = new Map(
      [...late].flatMap(([as, took]) => {
        const next = again.late.get(as);
        return next ? [[as, next.ms < took.ms ? next : took]] : [];
      }),
    );
  }
  const told = [...late].map(
    ([as, { ms, most }]) => `${as}: ${Math.round(ms)} ms each time instead of ${most} at most`,
  );
  // A machine with twice the work that it can do says nothing about a site.
  const load = loadavg()[0]!;
  const isBusy = load > availableParallelism() * 2;
  const problems = [...trial.problems, ...(isBusy ? [] : told)];
  const measured = isBusy ? told.map((one) => `${one}, under a load of ${load.toFixed(1)}`) : [];
  return { group, inputs: trial.inputs, knows, problems, measured, longest: longestOf(waits) };
}

async function attack(place: Place, family: Family, group: Group, send: Attack) {
  const trial = new Trial(place);
  let knows = '';
  try {
    knows = await send(trial, family);
  } catch (error) {
    trial.problem(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
    // Whatever comes next finds the clock as it should be; what runs beside the others never moves it.
    if (!('beside' in group && send === group.beside))
      await place.clock.shift(0).catch((late: Error) => trial.problem(late.message));
  }
  const waits = new Map<string, number>();
  for (const [as, ms] of await place.heart.waitsDuring(trial.spans)) {
    const input = withoutIds(as);
    waits.set(input, Math.max(ms, waits.get(input) ?? 0));
  }
  const late = new Map<string, Took>();
  for (const took of trial.times) if (took.ms > took.most) late.set(withoutIds(took.as), took);
  for (const [as, ms] of waits)
    if (ms > longestWait) late.set(`${as} made others wait`, { as, ms, most: longestWait });
  return { trial, knows, waits, late };
}

function longestOf(waits: ReadonlyMap<string, number>): Wait {
  let longest = { as: '', ms: 0 };
  for (const [as, ms] of waits) if (ms > longest.ms) longest = { as, ms };
  return longest;
}

/** The same input in another run has other ids in its address. */
function withoutIds(as: string): string {
  return as.replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d+/g, '…');
}
