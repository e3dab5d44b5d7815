import { eraseLinkKeysOf } from '#families/link-keys.ts';
import { removeUnkept } from '#families/members/removal.ts';
import { succeedUnanswered } from '#families/succession/succession.ts';
import { reportUnexpected } from '#lib/log.ts';
import { sweepMails } from '#mail/eml-files.ts';
import { eraseLeftMemorials } from '#memorials/erase.ts';
import { leaveUnkept } from '#memorials/leave.ts';
import { sweepBlobs } from '#photographs/erase-blobs.ts';
import { forgetForms } from '#schema/once.ts';
import type { Site } from '#schema/site.ts';
import { emptyBin } from '#tributes/bin/empty-bin.ts';
import { eraseTributesOf } from '#tributes/bin/erase-tributes.ts';
import { publishing } from '#tributes/schedules/publish-due.ts';
import { eraseReportsOf } from '#visitors/reports.ts';
import { erasePressOf } from '#press/presses.ts';
import { removeUnreleased } from '#press/releases.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** Everything that recurs. Answers how to stop it, after what is running has ended. */
export function startSchedule(site: Site): () => Promise<void> {
  const stops = [
    every(hour, 'sweep mails', () => sweepMails(site.folder.mails, site.now())),
    every(day, 'empty the bin', () => emptyBin(site)),
    every(day, 'erase memorials that left', () =>
      eraseLeftMemorials(site, [erasePressOf, eraseTributesOf, eraseReportsOf, eraseLinkKeysOf]),
    ),
    every(day, 'forget forms of long ago', () => site.database.write((tx) => forgetForms(tx, site.now()))),
    every(day, 'let unreleased pictures go', () => site.database.write(removeUnreleased)),
    every(day, 'sweep blobs', () => sweepBlobs(site)),
    every(minute, 'remove parents whom nobody kept', () => removeUnkept(site)),
    every(minute, 'make parents of whom nobody answered', () => succeedUnanswered(site)),
    every(minute, 'let pages go that nobody kept', () => leaveUnkept(site)),
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
