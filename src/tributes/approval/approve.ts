import type { Audience } from '#audiences/audience.ts';
import type { Tx } from '#schema/database.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { findApproval, removeApproval, saveApproval } from '#tributes/approval/approvals.ts';
import { askedToPublish } from '#tributes/signing/asked.ts';
import { publishTribute, type PublishRefusal } from '#tributes/publishing/publish.ts';
import { saysNothing, type Tribute } from '#tributes/tribute.ts';
import { findDrafts } from '#tributes/writing/drafts.ts';
import { findVersion } from '#tributes/versions/versions.ts';

/**
 * A keeper asks the parents to publish a tribute as it is now, and would like it to be for this audience.
 * Refuses when the words are no longer those that were looked at, or say nothing.
 */
export async function askParents(
  tx: Tx,
  { id, revision, version }: Tribute,
  asked: { revision: number; audience: Audience },
  now: string,
): Promise<{ asked: true } | { refused: PublishRefusal }> {
  const { draft } = await findDrafts(tx, id);
  const words = draft ?? (await findVersion(tx, id, version));
  if (!words || saysNothing(words)) return { refused: 'says-nothing' };
  if (revision !== asked.revision) return { refused: 'changed-since' };
  await saveApproval(tx, {
    tributeId: id,
    askedAt: now,
    ...asked,
    note: '',
    returnedAt: undefined,
    returnedBy: undefined,
  });
  return { asked: true };
}

/**
 * A parent publishes what a keeper asked them to, exactly as it is, for an audience that the parent chose.
 * It stays the keeper's. Refuses when the keeper has written on since; throws `NotFound` when nobody asks.
 */
export async function publishForKeeper(
  tx: Tx,
  memorial: Memorial,
  by: { person: { id: string }; tributeId: string; audience: Audience; revision: number },
  now: string,
): Promise<{ published: Tribute } | { refused: PublishRefusal }> {
  const { tribute, words, revision } = await askedToPublish(tx, by.person, by.tributeId);
  if (!words || revision !== by.revision) return { refused: 'changed-since' };
  const { audience } = by;
  const answer = await publishTribute(tx, memorial, tribute, { audience, revision, by: by.person.id }, now);
  if ('published' in answer) await removeApproval(tx, tribute.id);
  return answer;
}

/** A parent gives a tribute back to the keeper who wrote it, with a note or without. */
export async function giveBack(
  tx: Tx,
  person: { id: string },
  { tributeId, note }: { tributeId: string; note: string },
  now: string,
): Promise<void> {
  await askedToPublish(tx, person, tributeId);
  const approval = await findApproval(tx, tributeId);
  if (approval) await saveApproval(tx, { ...approval, note, returnedAt: now, returnedBy: person.id });
}
