import { reportUnexpected } from '#lib/log.ts';
import { sweepMails } from '#mail/eml-files.ts';
import { eraseLeftMemorials } from '#memorials/erase.ts';
import { sweepBlobs } from '#photographs/erase-blobs.ts';
import type { Site } from '#schema/site.ts';
import { emptyBin } from '#tributes/empty-bin.ts';
import { eraseTributesOf } from '#tributes/erase-tributes.ts';
import { publishing } from '#tributes/publish-due.ts';
import { eraseReportsOf } from '#visitors/reports.ts';

const second = 1000;
const hour = 60 * 60 * second;
const day = 24 * hour;

/** Everything that recurs. Answers how to stop it, after what is running has ended. */
export function startSchedule(site: Site): () => Promise<void> {
  const stops = [
    every(hour, 'sweep mails', () => sweepMails(site.folder.mails, site.now())),
    every(day, 'empty the bin', () => emptyBin(site)),
    every(day, 'erase memorials that left', () =>
      eraseLeftMemorials(site, [eraseTributesOf, eraseReportsOf]),
    ),
    every(day, 'sweep blobs', () => sweepBlobs(site)),
    every(5 * second, 'publish what is due', publishing(site)),
  ];
  return async () => void (await Promise.all(stops.map((stop) => stop())));
}

function every(ms: number, name: string, act: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  const run = (): void => {
    running ??= act()
      .catch((error: unknown) => reportUnexpected(error, name))
      .finally(() => (running = undefined));
  };
  run();
  const timer = setInterval(run, ms).unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
