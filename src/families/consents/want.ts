import { type Consent, hoursToObject, isAgreed, type Matter } from '#families/consents/consent.ts';
import { findConsent, listConsents, removeConsent, saveConsent } from '#families/consents/consents.ts';
import { listParents } from '#families/families.ts';
import { NotFound } from '#http/refusals.ts';
import { instantAfter } from '#lib/instant.ts';
import type { Tx } from '#schema/database.ts';

type Person = { id: string };

/**
 * A parent wants something that takes away from others. Answers `agreed` when that makes it enough to be
 * done now, `asked` when the other parents are asked from now on, and `stands` when they were already.
 * After an objection it waits without a time; whoever objected and wants it now asks anew. `NotFound` for
 * whoever is no parent.
 */
export async function want(
  tx: Tx,
  matter: Matter,
  by: Person,
  now: string,
): Promise<'agreed' | 'asked' | 'stands'> {
  const parents = await listParents(tx, matter.familyId);
  if (!parents.some(({ personId }) => personId === by.id)) throw new NotFound();
  const found = await findConsent(tx, matter);
  const known = found?.objectedBy === by.id ? withoutObjection(found) : found;
  const before = known?.wantedBy ?? [];
  const wantedBy = before.includes(by.id) ? before : [...before, by.id];
  const isFirst = before.length === 0;
  const asked: Consent = {
    ...matter,
    wantedBy,
    askedAt: isFirst ? now : (known?.askedAt ?? now),
    dueAt: known?.objectedBy ? undefined : (known?.dueAt ?? threeDaysAfter(now)),
    objectedBy: known?.objectedBy,
    objectedAt: known?.objectedAt,
  };
  // Whoever had not agreed may have left since.
  const isDone = isAgreed(matter, wantedBy, parents);
  await saveConsent(tx, isDone ? begun(asked) : asked);
  if (isDone) return 'agreed';
  return isFirst ? 'asked' : 'stands';
}

/**
 * A parent does not want it. Whoever asked takes it back; for anybody else it is an objection, after which
 * time alone decides nothing any more. Answers which of them it was, and who had wanted it; `stands` where
 * nothing is asked, or somebody objected before.
 */
export async function objectTo(
  tx: Tx,
  matter: Matter,
  by: Person,
  now: string,
): Promise<{ answer: 'taken-back' | 'objected' | 'stands'; wantedBy: readonly string[] }> {
  const known = await findConsent(tx, matter);
  if (!known) return { answer: 'stands', wantedBy: [] };
  const { wantedBy } = known;
  if (wantedBy.includes(by.id)) {
    await withdraw(tx, known, by.id);
    return { answer: 'taken-back', wantedBy };
  }
  if (known.objectedBy) return { answer: 'stands', wantedBy };
  await saveConsent(tx, { ...known, wantedBy: [], dueAt: undefined, objectedBy: by.id, objectedAt: now });
  return { answer: 'objected', wantedBy };
}

/** It is being done: from now on there is no time any more, and who wanted it is still known. */
export function begun(consent: Consent): Consent {
  return { ...withoutObjection(consent), dueAt: undefined };
}

function withoutObjection(consent: Consent): Consent {
  return { ...consent, objectedBy: undefined, objectedAt: undefined };
}

/** What somebody wanted or objected to while they were a parent counts no longer, nor what is asked about them. */
export async function forgetConsents(
  tx: Tx,
  { familyId, personId }: { familyId: string; personId: string },
): Promise<void> {
  for (const consent of await listConsents(tx, [familyId])) {
    const { aboutId, objectedBy, wantedBy } = consent;
    if (aboutId === personId || objectedBy === personId) await removeConsent(tx, consent);
    else if (wantedBy.includes(personId)) await withdraw(tx, consent, personId);
  }
}

export function threeDaysAfter(now: string): string {
  return instantAfter(now, { hours: hoursToObject });
}

async function withdraw(tx: Tx, known: Consent, personId: string): Promise<void> {
  const wantedBy = known.wantedBy.filter((id) => id !== personId);
  const isOpen = known.objectedBy !== undefined || (wantedBy.length > 0 && known.dueAt !== undefined);
  await (isOpen ? saveConsent(tx, { ...known, wantedBy }) : removeConsent(tx, known));
}
