import { configure, getConsoleSink } from '@logtape/logtape';
import { readConfig, WrongSettings } from '#config.ts';
import { FolderInUse } from '#database/lock.ts';
import { NewerDatabase } from '#database/migrate.ts';
import { offerClaim } from '#hosting/claim.ts';
import { serve } from '#serve.ts';
import { openSnowdrop } from '#snowdrop.ts';

await configure({
  sinks: { console: getConsoleSink() },
  loggers: [
    { category: 'snowdrop', sinks: ['console'], lowestLevel: 'info' },
    { category: ['logtape', 'meta'], sinks: ['console'], lowestLevel: 'warning' },
  ],
});

try {
  await run();
} catch (error) {
  for (const sentence of sentencesFor(error)) console.error(sentence);
  process.exit(1);
}

async function run(): Promise<void> {
  const config = readConfig();
  const snowdrop = await openSnowdrop(config, (error) => {
    console.error(`The disk refused a write, so nothing more is taken, and nothing that was saved is lost: ${error.message}`);
    process.exit(74); // EX_IOERR
  });
  const server = await serve(snowdrop, config);
  console.log(`Snowdrop is at ${config.url}`);
  const claim = await offerClaim(snowdrop.site);
  if (claim) console.log(`Nobody has made this site theirs yet. Open this address once to do so:\n  ${claim}`);
  let stopping = false;
  const stop = async (): Promise<void> => {
    // A terminal signals the whole group, so the same wish can arrive twice.
    if (stopping) return;
    stopping = true;
    await server.stop();
    await snowdrop.close();
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
}

function sentencesFor(error: unknown): string[] {
  if (error instanceof WrongSettings) return ['Snowdrop did not start:', ...error.sentences.map((one) => `- ${one}`)];
  if (error instanceof FolderInUse || error instanceof NewerDatabase) return [error.message];
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return ['Something else already listens on this port. Stop it, or set SNOWDROP_PORT to another one.'];
  }
  return [`Snowdrop did not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`];
}
