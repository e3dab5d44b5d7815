import type { Audience } from '#audiences/audience.ts';
import { NotFound } from '#http/refusals.ts';
import { sha256Of } from '#lib/exact-text.ts';
import { addressFrom } from '#memorials/address.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { hidePictures, showPictures } from '#photographs/photographs.ts';
import { randomUUIDv7 } from 'node:crypto';
import type { Tx } from '#schema/database.ts';
import {
  addVersion,
  countSave,
  findDrafts,
  findOwnTribute,
  findVersion,
  isAddressTaken,
  removeDraft,
  saveDraft,
  saveTribute,
} from '#tributes/tributes.ts';
import { saysNothing, saysTheSame, type Tribute, type Version } from '#tributes/tribute.ts';

/** Second segments of a memorial's URLs, for everybody and for the family, that no letter may take. */
const reserved = new Set([
  'child',
  'letters',
  'opening',
  'portrait',
  'start',
  'feed',
  'days',
  'words',
  'story',
  'press',
  'live',
  'page',
  'lights',
  'letter',
]);

export type PublishRefusal = 'changed-since' | 'says-nothing';

/**
 * Publishes a letter, or the change that was made to it, for an audience. The words that readers have
 * from then on are a new version with its own number and SHA-256; older ones stay citable. Refuses when
 * the draft is no longer the one that was looked at (`revision`), or says nothing.
 */
export async function publishTribute(
  tx: Tx,
  memorial: Memorial,
  tribute: Tribute,
  as: { audience: Audience; revision: number },
  now: string,
): Promise<{ published: Tribute } | { refused: PublishRefusal }> {
  const { draft } = await findDrafts(tx, tribute.id);
  const current = await findVersion(tx, tribute.id, tribute.version);
  const words = draft ?? current;
  if (!words || saysNothing(words)) return { refused: 'says-nothing' };
  if (!(await countSave(tx, tribute.id, as.revision))) return { refused: 'changed-since' };
  // Taken back and published again, or saved as it was, a letter has not changed for its readers.
  const unchanged = current && (!draft || saysTheSame(draft, current));
  const version: Version = unchanged
    ? current
    : {
        ...words,
        tributeId: tribute.id,
        number: tribute.version + 1,
        sha256: sha256Of(words.text),
        publishedAt: now,
      };
  if (version !== current) await addVersion(tx, version, tribute.writerId);
  if (draft) await removeDraft(tx, tribute.id, draft.id);
  const published: Tribute = {
    ...tribute,
    audience: as.audience,
    address: tribute.version > 0 ? tribute.address : await freeAddress(tx, memorial.id, words.title),
    revision: as.revision + 1,
    version: version.number,
    publishedAt: tribute.publishedAt ?? now,
    firstPublishedAt: tribute.firstPublishedAt ?? now,
  };
  await saveTribute(tx, published, words.memory);
  await showPictures(
    tx,
    {
      memorialId: memorial.id,
      tributeId: tribute.id,
      familyId: memorial.familyId,
      writerId: tribute.writerId,
      audience: as.audience,
      within: memorial.audience,
    },
    words.photographs.map(({ photographId }) => photographId),
  );
  await tx.record({ tributePublished: tribute.id });
  return { published };
}

/**
 * Takes a letter back from all readers, at once. Its words become its draft again, unless a change was
 * already being written; its published versions are kept.
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
        device: '',
        updatedAt: now,
      },
      tribute.writerId,
    );
  }
  await saveTribute(tx, { ...tribute, publishedAt: undefined }, (draft ?? version)?.memory);
  await hidePictures(tx, { memorialId: tribute.memorialId, tributeId: tribute.id });
  await tx.record({ tributeWithdrawn: tribute.id });
}

async function freeAddress(tx: Tx, memorialId: string, title: string): Promise<string> {
  const wanted = addressFrom(title) || 'letter-1';
  for (let count = 1; ; count++) {
    const address = count === 1 ? wanted : `${wanted.replace(/-\d+$/, '')}-${count}`;
    if (!reserved.has(address) && !(await isAddressTaken(tx, memorialId, address))) return address;
  }
}
