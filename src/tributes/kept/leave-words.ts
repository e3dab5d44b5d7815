import { asItIsNow } from '#memorials/kept-memorial.ts';
import type { Tx } from '#schema/database.ts';
import { withPendingNames } from '#tributes/signing/ask-to-sign.ts';
import { listSharedBy, listSignedBy } from '#tributes/in-family.ts';
import { publishWords, withdrawTribute } from '#tributes/publishing/publish.ts';
import { sealOf } from '#tributes/signing/signing.ts';
import { saveSigning } from '#tributes/signing/signings.ts';

type Of = { familyId: string; personId: string };

/** Takes back from all readers what somebody published in a family. Each becomes their draft again. */
export async function takeBackAll(tx: Tx, member: Of, now: string): Promise<void> {
  for (const tribute of await listSharedBy(tx, member)) await withdrawTribute(tx, tribute, now);
}

/**
 * Takes somebody's name away from under everything that others published in a family: readers have it
 * without that name from now on. Earlier versions keep the names that stood under them.
 */
export async function takeNamesAway(tx: Tx, member: Of, now: string): Promise<void> {
  const { personId } = member;
  for (const tribute of await listSignedBy(tx, member)) {
    const { id: tributeId, audience, words } = tribute;
    const own = words.signed.find((signature) => signature.personId === personId);
    const signed = words.signed.filter((signature) => signature !== own);
    const answered = { askedAt: now, sha256: sealOf(words), answer: 'left' } as const;
    await saveSigning(tx, { tributeId, personId, as: own?.as ?? '', ...answered }, now);
    const memorial = await asItIsNow(tx, { id: tribute.memorialId });
    const left = await withPendingNames(tx, tributeId, { ...words, signed });
    if (left) await publishWords(tx, memorial, tribute, { words: left, audience, namesOnly: true }, now);
  }
}
