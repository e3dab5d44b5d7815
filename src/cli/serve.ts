import { configure, getConsoleSink } from '@logtape/logtape';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readFlags } from '#cli/arguments.ts';
import { stopForDisk } from '#cli/told.ts';
import { type Config, readConfig } from '#config.ts';
import { offerClaim } from '#hosting/claim.ts';
import { serve, tryToListen } from '#serve.ts';
import { openSnowdrop } from '#snowdrop.ts';

/** The process of a site: settings, database, jobs, HTTP; stopped in reverse by SIGINT or SIGTERM. */
export async function serveSite(args: readonly string[]): Promise<number> {
  const isSample = readFlags('serve', args, ['--sample']).has('--sample');
  await configure({
    sinks: { console: getConsoleSink() },
    loggers: [
      { category: 'snowdrop', sinks: ['console'], lowestLevel: 'info' },
      { category: ['logtape', 'meta'], sinks: ['console'], lowestLevel: 'warning' },
    ],
  });
  const config = readConfig();
  return isSample ? serveSample(config) : serveUntilStopped(config);
}

async function serveUntilStopped(config: Config, sample = false): Promise<number> {
  const stopped = untilStopped();
  // A start that cannot succeed leaves no folder behind.
  if (!existsSync(resolve(config.data))) await tryToListen(config);
  const snowdrop = await openSnowdrop(config, stopForDisk);
  try {
    const server = await serve(snowdrop, config);
    try {
      console.log(`Snowdrop is at ${config.url}`);
      if (sample) await (await import('#cli/sample.ts')).fillThrowAway(snowdrop.site);
      const claim = await offerClaim(snowdrop.site);
      if (claim)
        console.log(`Nobody has made this site theirs yet. Open this address once to do so:\n  ${claim}`);
      await stopped;
    } finally {
      await server.stop();
    }
  } finally {
    await snowdrop.close();
  }
  return 0;
}

/** A site that lives as long as this process, in a folder of its own; it knows no real database and sends no mail. */
async function serveSample(config: Config): Promise<number> {
  const data = await mkdtemp(join(tmpdir(), 'snowdrop-sample-'));
  try {
    return await serveUntilStopped({ ...config, data, databaseUrl: undefined, mail: undefined }, true);
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}

/** A terminal signals the whole group, so the same wish can arrive twice: the second finds us stopping. */
function untilStopped(): Promise<void> {
  const stopped = Promise.withResolvers<void>();
  process.on('SIGINT', () => stopped.resolve());
  process.on('SIGTERM', () => stopped.resolve());
  return stopped.promise;
}
