import { may } from '#audiences/may.ts';
import { viewerOf } from '#audiences/viewer-of.ts';
import { NotFound } from '#http/refusals.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { findPerson } from '#people/people.ts';
import type { Reader } from '#schema/database.ts';
import { type Approval, listApprovals, listReturned } from '#tributes/approval/approvals.ts';
import { askedToPublish, askedToSign } from '#tributes/signing/asked.ts';
import { ownTribute } from '#tributes/own-tribute.ts';
import { approvalPath, publicationPath, signaturePath } from '#tributes/paths.ts';
import { listAsked } from '#tributes/signing/signings.ts';

/** Something of another one’s writing that waits for a person, whenever they wish. */
export type Waiting = {
  what: 'sign' | 'approval' | 'returned';
  /** Who asks, or who gave it back. */
  name: string;
  memorial: Memorial;
  path: string;
};

/** What waits for a person: words to sign, what keepers ask the parents to publish, what was given back. */
export async function listWaiting(db: Reader, person: { id: string }): Promise<Waiting[]> {
  const viewer = await viewerOf(db, person);
  const decides = [...viewer.roles.keys()].filter((id) => may(viewer, 'open-wider', id));
  const [asked, approvals, returned] = await Promise.all([
    listAsked(db, person.id),
    listApprovals(db, decides),
    listReturned(db, person.id),
  ]);
  const all = await Promise.all([
    ...asked.map(({ tributeId }) => there(toSign(db, person, tributeId))),
    ...approvals.map(({ tributeId }) => there(toPublish(db, person, tributeId))),
    ...returned.map((approval) => there(givenBack(db, person, approval))),
  ]);
  return all.filter((one) => one !== undefined);
}

/** Words that are being changed, or are gone from where they were, wait for nobody. */
async function there(one: Promise<Waiting | undefined>): Promise<Waiting | undefined> {
  return one.catch((error: unknown) => {
    if (!(error instanceof NotFound)) throw error;
    return undefined;
  });
}

async function toSign(db: Reader, person: { id: string }, id: string): Promise<Waiting | undefined> {
  const { tribute, memorial, writer, words } = await askedToSign(db, person, id);
  return words && { what: 'sign', name: writer, memorial, path: signaturePath(tribute) };
}

async function toPublish(db: Reader, person: { id: string }, id: string): Promise<Waiting | undefined> {
  const { tribute, memorial, writer, words } = await askedToPublish(db, person, id);
  return words && { what: 'approval', name: writer, memorial, path: approvalPath(tribute) };
}

async function givenBack(db: Reader, person: { id: string }, approval: Approval): Promise<Waiting> {
  const { tribute, memorial } = await ownTribute(db, person, approval.tributeId);
  const name = (await findPerson(db, approval.returnedBy ?? ''))?.name ?? '';
  return { what: 'returned', name, memorial, path: publicationPath(tribute) };
}
