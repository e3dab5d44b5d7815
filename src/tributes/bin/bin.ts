import { instantAfter } from '#lib/instant.ts';
import { hidePictures } from '#photographs/photographs.ts';
import type { Tx } from '#schema/database.ts';
import { removeApproval } from '#tributes/approval/approvals.ts';
import { eraseRows, markBinned, photographsOf } from '#tributes/bin/binned.ts';
import { withdrawTribute } from '#tributes/publishing/publish.ts';
import { removeSchedule } from '#tributes/schedules/schedules.ts';
import { takeBackAsking } from '#tributes/signing/signings.ts';
import type { Tribute } from '#tributes/tribute.ts';
import { removeDraft } from '#tributes/writing/drafts.ts';
import { findOwnTribute, findTribute } from '#tributes/tributes.ts';

/** How long everything that is thrown away still lies in the bin. */
export const daysInBin = 30;

/** Until when something is kept that was put into the bin at an instant. */
export const keptUntil = (binnedAt: string): string => instantAfter(binnedAt, { days: daysInBin });

/**
 * Puts a tribute into its writer's bin. What readers have of it is withdrawn at once, nothing of it is set
 * for later any more, and nobody is asked about it. Done twice, it lies there since the first time.
 */
export async function binTribute(tx: Tx, { id, writerId }: Tribute, now: string): Promise<void> {
  const tribute = await findOwnTribute(tx, writerId, id);
  if (!tribute || tribute.binnedAt !== undefined) return;
  if (tribute.publishedAt !== undefined) await withdrawTribute(tx, tribute, now);
  await removeSchedule(tx, id);
  await removeApproval(tx, id);
  await takeBackAsking(tx, id, []);
  await markBinned(tx, id, { at: now, by: writerId });
}

/** Brings a tribute back as a draft that only its writer sees. */
export async function bringBack(tx: Tx, tribute: { id: string }): Promise<void> {
  await markBinned(tx, tribute.id, undefined);
}

/**
 * Erases a tribute for good, with its versions, drafts and pointers, in both directions. Its photographs
 * follow after, unless something else shows them.
 */
export async function eraseTribute(tx: Tx, id: string): Promise<void> {
  const tribute = await findTribute(tx, id);
  if (!tribute) return;
  const photographs = await photographsOf(tx, id);
  await hidePictures(tx, { memorialId: tribute.memorialId, tributeId: id });
  await eraseRows(tx, id);
  await leave(tx, photographs);
}

/** Erases words from beside a draft for good. */
export async function eraseBeside(tx: Tx, draft: { id: string; tributeId: string }): Promise<void> {
  const photographs = await photographsOf(tx, draft.tributeId);
  await removeDraft(tx, draft.tributeId, draft.id);
  await leave(tx, photographs);
}

async function leave(tx: Tx, photographs: ReadonlySet<string>): Promise<void> {
  if (photographs.size > 0) await tx.record({ photographsLeft: [...photographs].join(' ') });
}
