import type { Consent, Matter } from '#families/consents/consent.ts';
import { findConsent, removeConsent, saveConsent } from '#families/consents/consents.ts';
import { decideDue } from '#families/consents/decide-due.ts';
import { listParents } from '#families/families.ts';
import { tell, tellParents } from '#families/news.ts';
import { makeParent } from '#families/offers/offering.ts';
import { listOffers } from '#families/offers/offers.ts';
import { NotFound } from '#http/refusals.ts';
import { instantAfter } from '#lib/instant.ts';
import type { Reader, Tx } from '#schema/database.ts';
import type { Site } from '#schema/site.ts';

/** How long a parent has to say that they are there. */
export const daysToAnswer = 30;

/** The only parent of a family and who agreed to be one after them; and whether that person asks to be one now. */
export type Succession = {
  familyId: string;
  parentId: string;
  successorId: string;
  asked: Consent | undefined;
};

/** Nothing where there is another parent, or nobody agreed. */
export async function findSuccession(db: Reader, familyId: string): Promise<Succession | undefined> {
  const [parent, ...others] = await listParents(db, familyId);
  if (!parent || others.length > 0) return undefined;
  const agreed = (await listOffers(db, familyId)).find(
    ({ what, offeredBy, acceptedAt }) =>
      what === 'successor' && offeredBy === parent.personId && acceptedAt !== undefined,
  );
  if (!agreed) return undefined;
  const { personId: successorId } = agreed;
  const asked = await findConsent(db, matterOf({ familyId, successorId }));
  return { familyId, parentId: parent.personId, successorId, asked };
}

/**
 * Whoever agreed to be a parent after the only one asks to be one now, because that parent died or cannot
 * look after the pages any more. The parent is told and stays one, and can say no for thirty days. Asked
 * again, nothing changes. `NotFound` for everybody else.
 */
export async function askToSucceed(tx: Tx, familyId: string, by: { id: string }, now: string): Promise<void> {
  const found = await findSuccession(tx, familyId);
  if (found?.successorId !== by.id) throw new NotFound();
  if (found.asked) return;
  await saveConsent(tx, {
    ...matterOf(found),
    wantedBy: [by.id],
    askedAt: now,
    dueAt: instantAfter(now, { days: daysToAnswer }),
    objectedBy: undefined,
    objectedAt: undefined,
  });
  await tellAsked(tx, found);
}

/** The parent is there and says no, or whoever asked takes it back; the other one is told. `NotFound` for everybody else. */
export async function endSuccession(tx: Tx, familyId: string, by: { id: string }): Promise<void> {
  const found = await findSuccession(tx, familyId);
  if (!found || ![found.parentId, found.successorId].includes(by.id)) throw new NotFound();
  if (!found.asked) return;
  await removeConsent(tx, found.asked);
  const isParent = by.id === found.parentId;
  const news = { familyId, aboutId: found.successorId, byId: by.id };
  if (isParent) await tell(tx, { ...news, what: 'succession-declined' }, found.successorId);
  else await tell(tx, { ...news, what: 'succession-taken-back' }, found.parentId);
}

/** What recurs: whoever asked, and heard no for thirty days, is a parent beside the one who was there. */
export function succeedUnanswered(site: Pick<Site, 'database' | 'now'>): Promise<void> {
  return decideDue(site, 'succession', {
    async act(tx, consent, now) {
      const { familyId, aboutId } = consent;
      await removeConsent(tx, consent);
      const found = await findSuccession(tx, familyId);
      if (found?.successorId !== aboutId) return;
      await makeParent(tx, { familyId, personId: aboutId }, now);
      const news = { familyId, aboutId, byId: aboutId };
      await tell(tx, { ...news, what: 'succession' }, aboutId);
      await tellParents(tx, { ...news, what: 'became-parent' }, aboutId);
    },
    async tell(tx, consent) {
      const found = await findSuccession(tx, consent.familyId);
      if (found) await tellAsked(tx, found);
    },
  });
}

function tellAsked(tx: Tx, { familyId, successorId }: Succession): Promise<void> {
  const news = { familyId, aboutId: successorId, byId: successorId };
  return tellParents(tx, { ...news, what: 'succession-asked' });
}

const matterOf = ({ familyId, successorId }: Pick<Succession, 'familyId' | 'successorId'>): Matter => ({
  familyId,
  what: 'succession',
  aboutId: successorId,
});
