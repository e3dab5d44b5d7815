import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownDatabase } from '#test/own-postgres.ts';
import { type RunningSite, startSite } from '#test/site.ts';
import { Canaries } from './canaries.ts';
import { type Clock, clockIn, movedAtRest } from './clock.ts';
import { type Heartbeat, startHeartbeat } from './heartbeat.ts';
import { openPostOffice, type PostOffice } from './post-office.ts';
import { origin, type Visitor } from './request.ts';
import { rested } from './rest.ts';
import { postgresRows, type Rows, sqliteRows } from './rows.ts';

/** A running site as the world attacks it: behind one web server of its host's, with a mail server and a clock. */
export type Place = {
  site: RunningSite;
  port: number;
  post: PostOffice;
  clock: Clock;
  rows: Rows;
  canaries: Canaries;
  heart: Heartbeat;
  /** How pages were answered when they were asked for plainly, by visitor and path. */
  plain: Map<string, { status: number; type: string | undefined }>;
  /** A browser in a network of its own, that nobody has signed in with. */
  stranger(name?: string): Visitor;
  /** Somebody in another network than before: a group may be sent more than once, and limits go by networks. */
  inOtherNetwork<Who extends Visitor>(who: Who): Who;
  end(): Promise<void>;
};

/** Starts it in a process of its own, on SQLite, or in a database of its own on the PostgreSQL at `server`. */
export async function openPlace(server?: string): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'snowdrop-hostile-'));
  const post = await openPostOffice();
  const clock = clockIn(join(folder, 'clock'));
  const database = server === undefined ? undefined : await ownDatabase(server);
  const site = await startSite({
    SNOWDROP_URL: origin,
    SNOWDROP_PROXIES: '1',
    SNOWDROP_MAIL: post.url,
    SNOWDROP_CONTACT: 'host@snowdrop.example',
    ...(database && { DATABASE_URL: database.url }),
    ...clock.settings,
  });
  const port = Number(new URL(site.url).port);
  const rows = database ? await postgresRows(database.url) : sqliteRows(join(site.data, 'snowdrop.sqlite'));
  const heart = await startHeartbeat({ port, pid: site.pid });
  let strangers = 0;
  const nextAddress = (): string => {
    const at = ++strangers;
    return `10.${at >> 16}.${(at >> 8) & 255}.${at & 255}`;
  };
  return {
    site,
    port,
    post,
    clock: movedAtRest(clock, () => rested({ rows, clock })),
    rows,
    canaries: new Canaries(),
    heart,
    plain: new Map(),
    stranger: (name = 'a stranger') => ({ name, address: nextAddress(), cookies: new Map() }),
    inOtherNetwork: (who) => ({ ...who, address: nextAddress() }),
    async end() {
      await heart.stop();
      await rows.close();
      await site.end();
      await post.close();
      await database?.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
