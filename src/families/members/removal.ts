import type { Consent, Matter } from '#families/consents/consent.ts';
import { decideDue } from '#families/consents/decide-due.ts';
import { findMember } from '#families/families.ts';
import { tell, tellParents } from '#families/news.ts';
import { part } from '#families/members/part.ts';
import { objectTo, want } from '#families/consents/want.ts';
import { NotFound } from '#http/refusals.ts';
import type { Tx } from '#schema/database.ts';
import type { Site } from '#schema/site.ts';

type Of = { familyId: string; personId: string };

const matterOf = ({ familyId, personId }: Of): Matter => ({ familyId, what: 'removal', aboutId: personId });

/**
 * A parent removes somebody from the family: a keeper, a doorkeeper or a relative at once. Another parent
 * is removed when all the others agree, or after three days in which nobody objects; every other parent is
 * told, whoever is to be removed too. `NotFound` for whoever is no parent, and for oneself: one leaves.
 */
export async function removeFromFamily(
  tx: Tx,
  member: Of,
  by: { id: string },
  now: string,
): Promise<'removed' | 'asked'> {
  const [known, remover] = [
    await findMember(tx, member),
    await findMember(tx, { familyId: member.familyId, personId: by.id }),
  ];
  if (!known || remover?.role !== 'parent' || by.id === member.personId) throw new NotFound();
  if (known.role !== 'parent') {
    await part(tx, member, now);
    return 'removed';
  }
  const answer = await want(tx, matterOf(member), by, now);
  if (answer === 'agreed') {
    await removeParent(tx, member, by.id, now);
    return 'removed';
  }
  if (answer === 'asked') await tellAsked(tx, member, by.id);
  return 'asked';
}

/**
 * A parent does not want another one to be removed, whoever is to be removed included; or took back that
 * they did. Nothing changes where nobody asked.
 */
export async function keepInFamily(tx: Tx, member: Of, by: { id: string }, now: string): Promise<void> {
  const { familyId, personId } = member;
  const keeper = await findMember(tx, { familyId, personId: by.id });
  if (keeper?.role !== 'parent') throw new NotFound();
  const { answer, wantedBy } = await objectTo(tx, matterOf(member), by, now);
  const news = { familyId, aboutId: personId, byId: by.id };
  if (answer === 'taken-back') await tell(tx, { ...news, what: 'removal-taken-back' }, personId);
  if (answer !== 'objected') return;
  for (const asked of wantedBy) await tell(tx, { ...news, what: 'removal-objected' }, asked);
}

/** What recurs: parents whom nobody kept within three days are parents no longer. */
export function removeUnkept(site: Pick<Site, 'database' | 'now'>): Promise<void> {
  return decideDue(site, 'removal', {
    act: (tx, consent, now) => removeParent(tx, memberOf(consent), consent.wantedBy[0] ?? '', now),
    tell: (tx, consent) => tellAsked(tx, memberOf(consent), consent.wantedBy[0] ?? ''),
  });
}

async function removeParent(tx: Tx, member: Of, byId: string, now: string): Promise<void> {
  const { familyId, personId } = member;
  const news = { what: 'removed', familyId, aboutId: personId, byId } as const;
  await part(tx, member, now);
  await tell(tx, news, personId);
  await tellParents(tx, news);
}

async function tellAsked(tx: Tx, { familyId, personId }: Of, byId: string): Promise<void> {
  await tellParents(tx, { what: 'removal-asked', familyId, aboutId: personId, byId }, byId);
}

const memberOf = ({ familyId, aboutId }: Consent): Of => ({ familyId, personId: aboutId });
