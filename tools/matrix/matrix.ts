import type { StepOut } from '#audiences/audience.ts';
import { sqliteOn } from '#database/sqlite.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { closeMemorial, openMemorial } from '#memorials/open.ts';
import { stand } from '#memorials/rest.ts';
import { jobKinds } from '#reactions.ts';
import { openDatabase, type Tx } from '#schema/database.ts';
import { emptySqlite, migrateFully } from '#test/templates.ts';
import { world } from '#test/world.ts';
import { audiences, readExpected, type Step, type Table } from './expected.ts';
import { missedJobs, missedRoutes } from './missed.ts';
import { asTheyStand, writePieces } from './pieces.ts';
import { representations } from './representations.ts';
import { gather } from './viewers.ts';
import { type Cell, type Ground, walk } from './walk.ts';

/** What was found in the 1,080 cells, what was walked beside them, and what no column accounts for. */
export type Matrix = { cells: Cell[]; also: { what: string; cells: Cell[] }[]; missed: string[] };

type State = {
  what: string;
  within: Step;
  begin: (tx: Tx, memorial: Memorial, now: string) => Promise<unknown>;
};

/** How a page reaches fewer than everyone, one after the other. */
const states: readonly State[] = [
  {
    what: 'the page rests',
    within: 'only us',
    begin: (tx, memorial, now) => stand(tx, { ...memorial, restsSince: now }),
  },
  {
    what: 'the host paused the page',
    within: 'only us',
    begin: (tx, memorial, now) => stand(tx, { ...memorial, restsSince: undefined, pausedSince: now }),
  },
  {
    what: 'the page is going away',
    within: 'only us',
    begin: (tx, memorial, now) => stand(tx, { ...memorial, pausedSince: undefined, leavesAt: now }),
  },
  {
    what: 'the page is for anyone with the link',
    within: 'anyone with the link',
    begin: (tx, memorial, now) => open(tx, { ...memorial, leavesAt: undefined }, 'link', now),
  },
  {
    what: 'the page is for family and friends',
    within: 'all of the family and friends',
    begin: (tx, memorial, now) => open(tx, memorial, 'circle', now),
  },
  { what: 'the page is closed', within: 'only us', begin: (tx, memorial) => closeMemorial(tx, memorial) },
];

// In these it is seen how far a page reaches.
const few = new Set(['page', 'feeds', 'small']);

/** Asks a whole site, made for it, for everything; `brief` only where most readers look, while the page is open. */
export async function walkMatrix({ brief = false } = {}): Promise<Matrix> {
  const table = readExpected();
  const names = representations.map(({ name }) => name);
  if (names.join() !== table.representations.join())
    throw new Error('The columns of expected.md are not the representations that are asked for.');
  const site = await world({ open: openOwn });
  const { family, circle, memberId, viewers, writer } = await gather(site);
  const written = await writePieces(site, family, circle);
  const place = { memorialId: family.memorial.id, familyId: family.id, memberId, circleId: circle.id };
  const look = async (within: Step, how: Partial<Ground>): Promise<Cell[]> => {
    await site.work();
    const ground: Ground = { site, place, pieces: await asTheyStand(site, written), within, ...how };
    const found: Cell[] = [];
    for (const viewer of viewers) found.push(...(await walk(ground, viewer, lineOf(table, viewer.name))));
    return [...found, ...(await walk({ ...ground, forms: few }, writer, lineOf(table)))];
  };

  const all = await look('everyone', { brief });
  const whole: Ground = { site, place, pieces: await asTheyStand(site, written), within: 'everyone' };
  const missed = [...missedRoutes(site, whole, table), ...missedJobs(jobKinds(site.site))];
  const also: Matrix['also'] = [];
  for (const { what, within, begin } of brief ? [] : states) {
    const now = await site.memorialNow(family.memorial);
    await site.database.write((tx) => begin(tx, now, site.clock.now()));
    also.push({ what, cells: await look(within, { forms: few, brief: true }) });
  }
  const isCounted = ({ piece, viewer }: Cell): boolean =>
    viewer !== writer.name && audiences.some((audience) => audience === piece);
  return {
    cells: all.filter(isCounted),
    also: [{ what: 'beside the 1,080', cells: all.filter((cell) => !isCounted(cell)) }, ...also],
    missed,
  };
}

/** What the table says of a viewer, or of the writer, at each step. */
function lineOf(table: Table, viewer?: string) {
  return (step: Step) => {
    const line = viewer === undefined ? table.ofWriter.get(step) : table.lines.get(step)?.get(viewer);
    if (!line) throw new Error(`expected.md says nothing of ${viewer ?? 'the writer'} at “${step}”.`);
    return line;
  };
}

function open(tx: Tx, memorial: Memorial, to: StepOut, now: string) {
  const opening = { to, address: 'wren', shows: {}, listed: true, indexed: true, federated: true };
  return openMemorial(tx, memorial, opening, now);
}

/** An SQLite of its own, whoever starts this. */
async function openOwn(react: Parameters<typeof openDatabase>[1]) {
  const connections = sqliteOn(emptySqlite());
  await migrateFully(connections);
  return { database: openDatabase(connections, react) };
}
