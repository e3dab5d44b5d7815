import type { Tx } from '#schema/database.ts';
import { askedToSign } from '#tributes/signing/asked.ts';
import { withPendingNames } from '#tributes/signing/ask-to-sign.ts';
import { publishWords } from '#tributes/publishing/publish.ts';
import { sealOf } from '#tributes/signing/signing.ts';
import { saveSigning } from '#tributes/signing/signings.ts';
import { findVersion } from '#tributes/versions/versions.ts';

/**
 * Puts a person's name under the words with this seal, which they were asked to sign. If readers have these
 * words already, they have them with the name from now on. Refuses when other words stand there by now;
 * throws `NotFound` when nobody asks.
 */
export async function sign(
  tx: Tx,
  person: { id: string },
  { tributeId, sha256 }: { tributeId: string; sha256: string },
  now: string,
): Promise<{ signed: true } | { refused: 'changed-since' }> {
  const { tribute, memorial, words, signature, ...asked } = await askedToSign(tx, person, tributeId);
  if (asked.standing === 'signs') return { signed: true };
  if (!words || asked.sha256 !== sha256) return { refused: 'changed-since' };
  await saveSigning(tx, { tributeId, ...signature, sha256, askedAt: now, answer: 'signed' }, now);
  const current = await findVersion(tx, tribute.id, tribute.version);
  if (tribute.publishedAt !== undefined && current && sealOf(current) === sha256) {
    const order = words.signed.map(({ personId }) => personId);
    const signed = [...current.signed, signature].toSorted(
      (a, b) => order.indexOf(a.personId) - order.indexOf(b.personId),
    );
    const all = await withPendingNames(tx, tribute.id, { ...current, signed });
    const { audience } = tribute;
    if (all) await publishWords(tx, memorial, tribute, { words: all, audience, namesOnly: true }, now);
  }
  return { signed: true };
}

/**
 * Leaves words unsigned, or takes the name away from under them: readers have a version without it from
 * then on. Readers never learn who was asked. Throws `NotFound` when nobody asks and no name stands there.
 */
export async function leaveUnsigned(
  tx: Tx,
  person: { id: string },
  tributeId: string,
  now: string,
): Promise<void> {
  const { tribute, memorial, signature, sha256, standing } = await askedToSign(tx, person, tributeId);
  await saveSigning(tx, { tributeId, ...signature, sha256, askedAt: now, answer: 'left' }, now);
  const current = await findVersion(tx, tribute.id, tribute.version);
  if (standing !== 'signs' || !current) return;
  const signed = current.signed.filter(({ personId }) => personId !== person.id);
  const words = await withPendingNames(tx, tribute.id, { ...current, signed });
  const { audience } = tribute;
  if (words) await publishWords(tx, memorial, tribute, { words, audience, namesOnly: true }, now);
}
