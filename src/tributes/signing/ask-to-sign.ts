import { type Audience, isWider } from '#audiences/audience.ts';
import type { Reader, Tx } from '#schema/database.ts';
import { agreedTo, sealOf, standingOf, withAsked } from '#tributes/signing/signing.ts';
import { listSignings, saveSigning, takeBackAsking } from '#tributes/signing/signings.ts';
import type { Signature, Tribute, Words } from '#tributes/tribute.ts';

/**
 * Asks somebody to sign these words of a tribute together with its writer. Asked again for the same words
 * after “not this one”, they find it on their home, and no second mail goes out.
 */
export async function askToSign(
  tx: Tx,
  tribute: { id: string },
  { words, signature }: { words: Words; signature: Signature },
  now: string,
): Promise<void> {
  const { personId, as } = signature;
  const known = (await listSignings(tx, tribute.id)).find((one) => one.personId === personId);
  const standing = standingOf(words, known);
  if (standing === 'asked' || standing === 'signed') return;
  const asking = { tributeId: tribute.id, personId, as, sha256: sealOf(words), askedAt: now };
  await saveSigning(tx, { ...asking, answer: undefined }, now);
  if (standing !== 'left') await tx.record({ signatureAsked: `${tribute.id} ${personId}` });
}

/**
 * Settles who signs words that readers are about to have, and answers the names that may stand under them.
 * Whoever is ticked and never saw them is asked, unless they are for the writer alone; whoever is not
 * ticked any more is no longer asked.
 */
export async function settleSignatures(
  tx: Tx,
  { id, writerId }: Tribute,
  { words, audience, current }: { words: Words; audience: Audience; current: Words | undefined },
  now: string,
): Promise<Signature[]> {
  const signings = await listSignings(tx, id);
  const signed = agreedTo(words, { writerId, signings, current });
  const ticked = words.signed.filter(({ personId }) => personId !== writerId);
  const tickedIds = ticked.map(({ personId }) => personId);
  await takeBackAsking(tx, id, tickedIds);
  const missing = ticked.filter((one) => !signed.some(({ personId }) => personId === one.personId));
  for (const signature of isWider(audience, 'only-me') ? missing : []) {
    const known = signings.find(({ personId }) => personId === signature.personId);
    if (standingOf(words, known) !== 'left') await askToSign(tx, { id }, { words, signature }, now);
  }
  return signed;
}

/** These words as readers would have them today: with the names of those who agreed to them, and no others. */
export async function asAgreed(
  db: Reader,
  { id, writerId }: Tribute,
  words: Words,
  current: Words | undefined,
): Promise<Words> {
  return { ...words, signed: agreedTo(words, { writerId, signings: await listSignings(db, id), current }) };
}

/** What readers have, with the names of those who were asked to sign it and have not answered. */
export async function withPendingNames<W extends Words>(
  db: Reader,
  tributeId: string,
  words: W | undefined,
): Promise<W | undefined> {
  return words && { ...words, ...withAsked(words, await listSignings(db, tributeId)) };
}
