import { isWider } from '#audiences/audience.ts';
import { offeredTo } from '#audiences/offered-to.ts';
import { viewerOf } from '#audiences/viewer-of.ts';
import { NotFound } from '#http/refusals.ts';
import { localTimeToInstant } from '#lib/local-time.ts';
import { reportUnexpected } from '#lib/log.ts';
import { openMemorial } from '#memorials/open.ts';
import type { Tx } from '#schema/database.ts';
import type { Site } from '#schema/site.ts';
import { ownTribute } from '#tributes/own-tribute.ts';
import { publishWords } from '#tributes/publishing/publish.ts';
import { isMissed, type Schedule } from '#tributes/schedules/scheduled.ts';
import { findSchedule, listDue, listMoments, markMissed, moveDue } from '#tributes/schedules/schedules.ts';
import type { Tribute } from '#tributes/tribute.ts';

type Clocked = Pick<Site, 'database' | 'now'>;

/**
 * What recurs: everything whose moment has come is published. The first time every moment is reckoned anew,
 * because the rules of a zone may have changed with the program that has started.
 */
export function publishing(site: Clocked): () => Promise<void> {
  let reckoned = false;
  return async () => {
    if (!reckoned) await reckonAnew(site);
    reckoned = true;
    await publishDue(site);
  };
}

async function reckonAnew({ database }: Clocked): Promise<void> {
  for (const { tributeId, local, zone, dueAt } of await listMoments(database.reader)) {
    const anew = localTimeToInstant(local, zone);
    if (anew !== dueAt) await database.write((tx) => moveDue(tx, tributeId, anew));
  }
}

/**
 * Publishes each tribute whose moment has come, once, in a transaction of its own. One whose moment passed
 * more than an hour ago, while the site was away, is not published: its family is asked.
 */
export async function publishDue({ database, now }: Clocked): Promise<void> {
  const at = now();
  for (const id of await listDue(database.reader, at)) {
    // One that fails must not keep the others waiting; it is tried again, and asked about after an hour.
    await database
      .write((tx) => publishOrAsk(tx, id, at))
      .catch((error: unknown) => reportUnexpected(error, 'publish what is due'));
  }
}

async function publishOrAsk(tx: Tx, tributeId: string, now: string): Promise<void> {
  const schedule = await findSchedule(tx, tributeId);
  // Taken back, or published by hand, since the list was read.
  if (!schedule || schedule.missedAt !== undefined || schedule.dueAt > now) return;
  if (isMissed(schedule, now) || !(await publishScheduled(tx, schedule, now)))
    await markMissed(tx, tributeId, now);
}

/**
 * Publishes the words of a schedule as they were kept, and opens the child's page if that was asked with
 * them and nobody has opened it since. The schedule is over with that. Answers nothing, and changes nothing,
 * where whoever asked may no longer publish that by themselves, or the page's address can no longer be had.
 */
export async function publishScheduled(
  tx: Tx,
  schedule: Schedule,
  now: string,
): Promise<Tribute | undefined> {
  const found = await ownTribute(tx, { id: schedule.askedBy }, schedule.tributeId).catch(nothingFound);
  if (!found) return undefined;
  let { memorial } = found;
  const offered = await offeredTo(tx, await viewerOf(tx, { id: schedule.askedBy }), memorial.familyId);
  if (!offered.some(({ audience }) => audience === schedule.audience)) return undefined;
  if (schedule.opening && isWider(schedule.opening.to, memorial.audience)) {
    const answer = await openMemorial(tx, memorial, schedule.opening, now);
    if ('refused' in answer) return undefined;
    memorial = answer.opened;
  }
  return publishWords(tx, memorial, found.tribute, schedule, now);
}

function nothingFound(error: unknown): undefined {
  if (!(error instanceof NotFound)) throw error;
}
