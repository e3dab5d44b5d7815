import type { JobKinds } from '#jobs/worker.ts';
import type { World } from '#test/world.ts';
import type { Table } from './expected.ts';
import { representations } from './representations.ts';
import { asksOf, type Ground } from './walk.ts';

/** Jobs that send nothing of a piece to anybody. One that does belongs to the column of what is told. */
const silentJobs: ReadonlySet<string> = new Set([
  'ask-to-sign',
  'end-keeping',
  'erase-photographs',
  'forget-openings',
  'prepare-photograph',
  'tell-codes-made',
  'tell-family',
  'tell-leaving',
  'tell-new-device',
  'tell-passkey-removed',
  'tell-recovery-code',
  'tell-pause',
  'tell-rest',
  'tell-translation',
  'tell-translator',
  'tell-writer',
  'tell-writers',
]);

export function missedJobs(kinds: JobKinds): string[] {
  return Object.keys(kinds)
    .filter((kind) => !silentJobs.has(kind))
    .map((kind) => `the job “${kind}” belongs to no representation and is not named as silent`);
}

/** Routes that answer GET and that no column of what is there asks for, each with why. */
export function missedRoutes(site: Pick<World, 'app' | 'url'>, ground: Ground, table: Table): string[] {
  const today = new Set<string>();
  const toCome = new Map<string, string>();
  for (const representation of representations) {
    const { name } = representation;
    const isPending = table.lines.get('everyone')?.get('nobody')?.get(name)?.pending;
    for (const { ask } of asksOf(ground, representation)) {
      const route = routeOf(site, ask.path);
      if (route === undefined) continue;
      if (isPending) toCome.set(route, name);
      else today.add(route);
    }
  }
  const routes = new Set(site.app.routes.filter(({ method }) => method === 'GET').map(({ path }) => path));
  return [...routes.difference(today)].map((route) => {
    const name = toCome.get(route);
    return name === undefined
      ? `${route} belongs to no representation and is not named as holding no piece`
      : `${route} is there, and “${name}” holds it to be still to come`;
  });
}

/** The route that answers a path. */
function routeOf({ app, url }: Pick<World, 'app' | 'url'>, path: string): string | undefined {
  const [handlers] = app.router.match('GET', new URL(path, url).pathname);
  return handlers.map(([[, route]]) => route).find(({ method }) => method === 'GET')?.path;
}
