import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '#config.ts';
import { offerClaim } from '#hosting/claim.ts';
import { serve } from '#serve.ts';
import type { Site } from '#schema/site.ts';
import { openSnowdrop } from '#snowdrop.ts';
import { type Clock, clockAt } from '#test/clock.ts';
import { ownDatabase } from '#test/own-postgres.ts';
import { freePort, readClaimAddress, type RunningSite } from '#test/site.ts';

export type ClockedSite = Pick<RunningSite, 'url' | 'data' | 'claimAddress' | 'end'> & {
  clock: Clock;
  /** What runs there, for what no browser does. */
  inside: Site;
};

/**
 * A whole site on a real socket, in this process and not in one of its own, so that a story of years can
 * be told: its clock stands still until the test moves it. On PostgreSQL where `server` names one.
 */
export async function startClockedSite(start: string, server?: string): Promise<ClockedSite> {
  const data = await mkdtemp(join(tmpdir(), 'snowdrop-clocked-'));
  const own = server === undefined ? undefined : await ownDatabase(server);
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const settings = { SNOWDROP_DATA: data, SNOWDROP_PORT: String(port), SNOWDROP_URL: url };
  const config = readConfig(own ? { ...settings, DATABASE_URL: own.url } : settings);
  const clock = clockAt(start);
  const failed = (error: Error) => {
    throw error;
  };
  const snowdrop = await openSnowdrop(config, failed, clock.now);
  const listening = await serve(snowdrop, config);
  await offerClaim(snowdrop.site);
  return {
    url,
    data,
    clock,
    inside: snowdrop.site,
    claimAddress: () => readClaimAddress(data),
    async end() {
      await listening.stop();
      await snowdrop.close();
      await own?.drop();
      await rm(data, { recursive: true, force: true });
    },
  };
}
