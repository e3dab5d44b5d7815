import type { Matter } from '#families/consents/consent.ts';
import { removeConsent, saveConsent } from '#families/consents/consents.ts';
import { decideDue } from '#families/consents/decide-due.ts';
import { listParents } from '#families/families.ts';
import { begun, objectTo, want } from '#families/consents/want.ts';
import { instantAfter } from '#lib/instant.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { findMemorial } from '#memorials/memorials.ts';
import { stand } from '#memorials/rest.ts';
import type { Tx } from '#schema/database.ts';
import type { Site } from '#schema/site.ts';

/** How long a page that goes away is still kept. */
export const daysBeforeLeaving = 30;

/** What the parents are asked about a page that is to go away. */
export const leavingOf = ({ familyId, id }: Pick<Memorial, 'familyId' | 'id'>): Matter => ({
  familyId,
  what: 'leaving',
  aboutId: id,
});

/**
 * A parent wants the page to go away for good. Nothing changes for anybody until every parent agrees, or
 * three days are over in which none of them kept it: then its thirty days begin, and only the family sees
 * it. Every other parent is told, once. Asked again, nothing changes.
 */
export async function leaveMemorial(
  tx: Tx,
  memorial: Memorial,
  by: { id: string },
  now: string,
): Promise<Memorial> {
  if (memorial.leavesAt !== undefined) return memorial;
  const answer = await want(tx, leavingOf(memorial), by, now);
  if (answer === 'agreed') return beginLeaving(tx, memorial, by.id, now);
  if (answer === 'asked') await tellParents(tx, memorial, by.id);
  return memorial;
}

/**
 * A parent keeps the page after all: nobody is asked any more, or its thirty days end, and it stands as it
 * stood before: still resting, if it was. Whoever had not wanted it to go has objected with this.
 */
export async function keepMemorial(
  tx: Tx,
  memorial: Memorial,
  by: { id: string },
  now: string,
): Promise<Memorial> {
  await objectTo(tx, leavingOf(memorial), by, now);
  return memorial.leavesAt === undefined ? memorial : stand(tx, { ...memorial, leavesAt: undefined });
}

/** What recurs: pages that no parent kept within three days begin their last thirty. */
export function leaveUnkept(site: Pick<Site, 'database' | 'now'>): Promise<void> {
  return decideDue(site, 'leaving', {
    async act(tx, consent, now) {
      const memorial = await findMemorial(tx, consent.aboutId);
      if (!memorial) return removeConsent(tx, consent);
      await saveConsent(tx, begun(consent));
      await beginLeaving(tx, memorial, consent.wantedBy[0] ?? '', now);
    },
    async tell(tx, consent) {
      const memorial = await findMemorial(tx, consent.aboutId);
      if (memorial) await tellParents(tx, memorial, consent.wantedBy[0] ?? '');
    },
  });
}

async function beginLeaving(tx: Tx, memorial: Memorial, byId: string, now: string): Promise<Memorial> {
  await tellParents(tx, memorial, byId);
  await tx.record({ memorialLeaves: memorial.id });
  return stand(tx, { ...memorial, leavesAt: instantAfter(now, { days: daysBeforeLeaving }) });
}

async function tellParents(tx: Tx, { id, familyId }: Memorial, byId: string): Promise<void> {
  for (const { personId } of await listParents(tx, familyId)) {
    if (personId !== byId) await tx.record({ leavingToTell: `${id} ${personId} ${byId}` });
  }
}
