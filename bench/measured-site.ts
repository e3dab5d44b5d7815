import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import type { KyselyPlugin } from 'kysely';
import { fillMeasured } from '#cli/fill-measured.ts';
import { fillSample } from '#cli/fill-sample.ts';
import { openSite } from '#cli/open-site.ts';
import { findSample } from '#cli/sample-contract.ts';
import { readConfig } from '#config.ts';
import { runNext } from '#jobs/worker.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { jobKinds } from '#reactions.ts';
import { allRoutes } from '#routes.ts';
import type { Site } from '#schema/site.ts';

export type MeasuredSite = {
  site: Site;
  app: Hono;
  memorial: Memorial;
  /** How many queries readers have asked so far. */
  queries(): number;
  end(): Promise<void>;
};

/**
 * The sample with a page of so many pieces, on a SQLite of its own with FULL, its jobs done, and no worker
 * beside it. The folder lies in SNOWDROP_BENCH, else where temporary files lie.
 */
export async function openMeasuredSite(pieces: number): Promise<MeasuredSite> {
  const folder = await mkdtemp(join(process.env['SNOWDROP_BENCH'] || tmpdir(), 'snowdrop-bench-'));
  const config = readConfig({
    SNOWDROP_DATA: join(folder, 'data'),
    SNOWDROP_URL: 'https://snowdrop.example',
  });
  const { site, close } = await openSite(config, { begin: true });
  await fillSample(site, { width: 1000, height: 750 });
  const [edie] = (await findSample(site.database.reader)) ?? [];
  const memorial = await fillMeasured(site, edie!, pieces);
  while (await runNext(site.database, jobKinds(site), site.now));

  let asked = 0;
  const counting: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    // Once for each query that was sent; queries within queries pass only through the other one.
    transformResult({ result }) {
      asked++;
      return Promise.resolve(result);
    },
  };
  const reader = site.database.reader.withPlugin(counting);
  return {
    site,
    app: allRoutes({ ...site, database: { ...site.database, reader } }),
    memorial,
    queries: () => asked,
    async end() {
      await close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
