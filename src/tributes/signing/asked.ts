import { canSee, seenIn } from '#audiences/can-see.ts';
import { may } from '#audiences/may.ts';
import { viewerOf } from '#audiences/viewer-of.ts';
import { listMembers } from '#families/families.ts';
import { NotFound } from '#http/refusals.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { findMemorial } from '#memorials/memorials.ts';
import { findPerson } from '#people/people.ts';
import type { Reader } from '#schema/database.ts';
import { findApproval } from '#tributes/approval/approvals.ts';
import { sealOf } from '#tributes/signing/signing.ts';
import { listSignings } from '#tributes/signing/signings.ts';
import type { Signature, Tribute, Version, Words } from '#tributes/tribute.ts';
import { findDrafts } from '#tributes/writing/drafts.ts';
import { findTribute } from '#tributes/tributes.ts';
import { findVersion } from '#tributes/versions/versions.ts';

type Theirs = { tribute: Tribute; memorial: Memorial; writer: string };
type Shown = {
  /** As the writer shows them; nothing while other words are being written than those that were shown. */
  words: Words | undefined;
};

export type AskedToSign = Theirs &
  Shown & {
    /** Asked and not answered, or the name stands already. */
    standing: 'asked' | 'signs';
    signature: Signature;
    /** `sealOf` the words that are shown. */
    sha256: string;
  };

export type AskedToPublish = Theirs & Shown & { revision: number };

/**
 * What somebody reads of a tribute that another person writes, because that person asked them to sign it,
 * or because their name stands under it. The one exception to `canSee`: exactly the words they were asked
 * about, and only until they answer. `NotFound` for everybody else.
 */
export async function askedToSign(
  db: Reader,
  person: { id: string },
  id: string | undefined,
): Promise<AskedToSign> {
  const { theirs, published, members } = await tributeOfAnother(db, person, id);
  const { tribute } = theirs;
  const signing = (await listSignings(db, tribute.id)).find(({ personId }) => personId === person.id);
  if (signing && signing.answer === undefined) {
    const signature = { personId: person.id, as: signing.as };
    const { draft } = await findDrafts(db, tribute.id);
    const ticked = draft?.signed.some(({ personId }) => personId === person.id) ? draft : undefined;
    const shown = [ticked, published].find((words) => words && sealOf(words) === signing.sha256);
    if (!shown && !ticked) throw new NotFound();
    const order = members.map(({ personId }) => personId);
    const words = shown && withName(shown, signature, order);
    return { ...theirs, standing: 'asked', words, signature, sha256: signing.sha256 };
  }
  const own = published?.signed.find(({ personId }) => personId === person.id);
  if (!published || !own) throw new NotFound();
  return { ...theirs, standing: 'signs', words: published, signature: own, sha256: sealOf(published) };
}

/** The same for a parent whom a keeper asked to publish something, until it is published or given back. */
export async function askedToPublish(
  db: Reader,
  person: { id: string },
  id: string | undefined,
): Promise<AskedToPublish> {
  const { theirs } = await tributeOfAnother(db, person, id);
  const { tribute, memorial } = theirs;
  const approval = await findApproval(db, tribute.id);
  if (!approval || approval.returnedAt !== undefined) throw new NotFound();
  if (!may(await viewerOf(db, person), 'open-wider', memorial.familyId)) throw new NotFound();
  const isAsShown = approval.revision === tribute.revision;
  const { draft } = await findDrafts(db, tribute.id);
  const words = isAsShown ? (draft ?? (await findVersion(db, tribute.id, tribute.version))) : undefined;
  return { ...theirs, words, revision: approval.revision };
}

/** The words somebody is asked about, whatever for. */
export async function wordsAskedAbout(
  db: Reader,
  person: { id: string },
  id: string | undefined,
): Promise<Words[]> {
  const asked = await Promise.all([
    askedToSign(db, person, id).catch(nothingIfNotFound),
    askedToPublish(db, person, id).catch(nothingIfNotFound),
  ]);
  return asked.flatMap((one) => one?.words ?? []);
}

function nothingIfNotFound(error: unknown): undefined {
  if (!(error instanceof NotFound)) throw error;
}

/** A tribute that somebody else writes in one of a person's families, and what of it they may see anyway. */
async function tributeOfAnother(db: Reader, person: { id: string }, id: string | undefined) {
  const tribute = await findTribute(db, id ?? '');
  const memorial = tribute && (await findMemorial(db, tribute.memorialId));
  if (!memorial || tribute.writerId === person.id || tribute.binnedAt !== undefined) throw new NotFound();
  const { writerId } = tribute;
  const viewer = await viewerOf(db, person);
  const { familyId } = memorial;
  if (!may(viewer, 'keep', familyId)) throw new NotFound();
  const isSeen = tribute.publishedAt !== undefined && canSee(viewer, seenIn(memorial, tribute));
  const published: Version | undefined = isSeen
    ? await findVersion(db, tribute.id, tribute.version)
    : undefined;
  const writer = (await findPerson(db, writerId))?.name ?? '';
  return { theirs: { tribute, memorial, writer }, published, members: await listMembers(db, familyId) };
}

/** The words with one more name, where it stands among the family's. */
function withName(words: Words, signature: Signature, order: readonly string[]): Words {
  const others = words.signed.filter(({ personId }) => personId !== signature.personId);
  const signed = [...others, signature].toSorted(
    (a, b) => order.indexOf(a.personId) - order.indexOf(b.personId),
  );
  return { ...words, signed };
}
