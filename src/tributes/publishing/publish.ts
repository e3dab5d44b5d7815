import { type Audience, isWider } from '#audiences/audience.ts';
import { seenIn } from '#audiences/can-see.ts';
import { NotFound } from '#http/refusals.ts';
import { sha256Of } from '#lib/exact-text.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { deviceOf } from '#people/devices/device.ts';
import { hidePictures, showPictures } from '#photographs/photographs.ts';
import { randomUUIDv7 } from 'node:crypto';
import type { Tx } from '#schema/database.ts';
import { addressFor } from '#tributes/address.ts';
import { takePlace } from '#tributes/order/order.ts';
import { removeSchedule } from '#tributes/schedules/schedules.ts';
import { moveApproval } from '#tributes/approval/approvals.ts';
import { settleSignatures, withPendingNames } from '#tributes/signing/ask-to-sign.ts';
import { findDrafts, removeDraft, saveDraft } from '#tributes/writing/drafts.ts';
import { savePointers } from '#tributes/pointers.ts';
import { countSave, findOwnTribute, saveTribute } from '#tributes/tributes.ts';
import { addVersion, findVersion, widenVersion } from '#tributes/versions/versions.ts';
import { saysNothing, saysTheSame, type Tribute, type Version, type Words } from '#tributes/tribute.ts';

type Publication = {
  words: Words;
  audience: Audience;
  /** Who published it, where that is not its writer. */
  by?: string | undefined;
  /** Nothing changes but who signs: what is set for later stays set. */
  namesOnly?: boolean;
};

export type PublishRefusal = 'changed-since' | 'says-nothing';

/**
 * Publishes a tribute, or the change that was made to it, for an audience. The words that readers have
 * from then on are a new version with its own number and SHA-256; older ones stay citable. Refuses when
 * the draft is no longer the one that was looked at (`revision`), or says nothing.
 */
export async function publishTribute(
  tx: Tx,
  memorial: Memorial,
  tribute: Tribute,
  as: { audience: Audience; revision: number; by?: string | undefined },
  now: string,
): Promise<{ published: Tribute } | { refused: PublishRefusal }> {
  const { draft } = await findDrafts(tx, tribute.id);
  const current = await findVersion(tx, tribute.id, tribute.version);
  const words = draft ?? (await withPendingNames(tx, tribute.id, current));
  if (!words || saysNothing(words)) return { refused: 'says-nothing' };
  if (!(await countSave(tx, tribute.id, as.revision))) return { refused: 'changed-since' };
  const saved = { ...tribute, revision: as.revision + 1 };
  await moveApproval(tx, tribute.id, as.revision, saved.revision);
  const { audience, by } = as;
  return { published: await publishWords(tx, memorial, saved, { words, audience, by }, now) };
}

/**
 * Gives readers these words of a tribute, for an audience, whatever else is being written. A draft that
 * says the same goes; another one stays beside as a change that readers do not see yet. Of the names only
 * those stand there that agreed to these words; the others are asked.
 */
export async function publishWords(
  tx: Tx,
  memorial: Memorial,
  tribute: Tribute,
  { words, audience, by, namesOnly = false }: Publication,
  now: string,
): Promise<Tribute> {
  const current = await findVersion(tx, tribute.id, tribute.version);
  const signed = await settleSignatures(tx, tribute, { words, audience, current }, now);
  const shown = { ...words, signed };
  // Taken back and published again, or saved as it was, a tribute has not changed for its readers.
  const unchanged = current && saysTheSame(shown, current);
  const address = await addressFor(tx, tribute, words.title, audience);
  const version: Version = unchanged
    ? current
    : {
        ...shown,
        tributeId: tribute.id,
        number: tribute.version + 1,
        sha256: sha256Of(words.text),
        publishedAt: now,
        audience,
      };
  if (!unchanged) await addVersion(tx, version, by ?? tribute.writerId);
  else if (audience !== version.audience && !isWider(version.audience, audience))
    await widenVersion(tx, version, audience);
  const { draft } = await findDrafts(tx, tribute.id);
  if (draft && saysTheSame(draft, words)) await removeDraft(tx, tribute.id, draft.id);
  // A letter that its writer kept for themselves has its first readers only now.
  const isUnread = tribute.onlyForMe && tribute.audience === 'only-me' && audience !== 'only-me';
  const published: Tribute = {
    ...tribute,
    audience,
    address,
    version: version.number,
    publishedAt: isUnread ? now : (tribute.publishedAt ?? now),
    firstPublishedAt: isUnread ? now : (tribute.firstPublishedAt ?? now),
  };
  // Whatever was set for later was about older words.
  if (!namesOnly) await removeSchedule(tx, tribute.id);
  await saveTribute(tx, published, words.memory);
  if (memorial.byHand) await takePlace(tx, memorial.id, tribute.id);
  await savePointers(tx, published, words.pointsTo);
  await showPictures(
    tx,
    {
      ...seenIn(memorial, { writerId: tribute.writerId, audience }),
      tributeId: tribute.id,
    },
    words.photographs.map(({ photographId }) => photographId),
  );
  await tx.record({ tributePublished: tribute.id });
  return published;
}

/**
 * Takes a letter back from all readers, at once. Its words become its draft again, unless a change was
 * already being written; its published versions are kept, and nothing that was set for later comes.
 */
export async function withdrawTribute(tx: Tx, { id, writerId }: Tribute, now: string): Promise<void> {
  const tribute = await findOwnTribute(tx, writerId, id);
  if (!tribute) throw new NotFound();
  const { draft } = await findDrafts(tx, tribute.id);
  const version = await findVersion(tx, tribute.id, tribute.version);
  if (!draft && version) {
    await saveDraft(
      tx,
      {
        ...version,
        id: randomUUIDv7(),
        tributeId: tribute.id,
        beside: false,
        beganFrom: tribute.revision,
        device: deviceOf(),
        updatedAt: now,
      },
      tribute.writerId,
    );
  }
  await removeSchedule(tx, tribute.id);
  await saveTribute(tx, { ...tribute, publishedAt: undefined }, (draft ?? version)?.memory);
  await hidePictures(tx, { memorialId: tribute.memorialId, tributeId: tribute.id });
  await tx.record({ tributeWithdrawn: tribute.id });
}
