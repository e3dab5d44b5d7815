import { findHostId, makeHost } from '#hosting/host.ts';
import { forgetSetting, readSetting, removeSetting, saveSetting } from '#hosting/settings.ts';
import { NotFound } from '#http/refusals.ts';
import { instantAfter } from '#lib/instant.ts';
import { hashSecret, newSecret } from '#lib/secret.ts';
import { addPerson } from '#people/people.ts';
import type { Person } from '#people/person.ts';
import type { Reader, Tx } from '#schema/database.ts';

/** How long the link for the next host lets somebody in. */
const daysOpen = 14;

/**
 * Whoever looks after the site makes a one-time secret for who does so next; an earlier one ends. Nothing
 * changes before it is taken up. `NotFound` for everybody else.
 */
export async function offerSite(tx: Tx, by: { id: string }, now: string): Promise<string> {
  if ((await findHostId(tx)) !== by.id) throw new NotFound();
  const secret = newSecret();
  await saveSetting(tx, 'hand-over', `${hashSecret(secret)} ${instantAfter(now, { days: daysOpen })}`);
  return secret;
}

/** Until when somebody can take the site over; nothing where nobody can. */
export async function offeredUntil(db: Reader, now: string): Promise<string | undefined> {
  const until = (await readSetting(db, 'hand-over'))?.split(' ')[1];
  return until !== undefined && until > now ? until : undefined;
}

/** Whether this secret takes the site over. */
export async function canTakeOver(db: Reader, secret: string, now: string): Promise<boolean> {
  const [hash] = (await readSetting(db, 'hand-over'))?.split(' ') ?? [];
  return hash === hashSecret(secret) && (await offeredUntil(db, now)) !== undefined;
}

/** Nobody can take the site over by the link any more. */
export function keepSite(tx: Tx): Promise<void> {
  return forgetSetting(tx, 'hand-over');
}

/**
 * Takes the site over, once: whoever is signed in, or somebody new, looks after it from now on. Answers who
 * that is and who did before, or nothing for a link that does not let anybody in.
 */
export async function takeSiteOver(
  tx: Tx,
  secret: string,
  by: { person: Person | undefined; name: string; language: string },
  now: string,
): Promise<{ host: Person; before: string | undefined } | undefined> {
  const offered = await readSetting(tx, 'hand-over');
  const isOpen = await canTakeOver(tx, secret, now);
  if (offered === undefined || !isOpen || !(await removeSetting(tx, 'hand-over', offered))) return undefined;
  const before = await findHostId(tx);
  const { name, language } = by;
  const host = by.person ?? (await addPerson(tx, { name, email: undefined, language }, now));
  await makeHost(tx, host.id);
  return { host, before };
}
