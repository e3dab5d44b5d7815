import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { foundFamily } from '#families/found.ts';
import { readSetting, removeSetting, saveSetting } from '#hosting/settings.ts';
import { hashSecret, newSecret } from '#lib/secret.ts';
import { addPerson } from '#people/people.ts';
import type { Person } from '#people/person.ts';
import type { Reader, Tx } from '#schema/database.ts';
import type { Site } from '#schema/site.ts';

export const claimPath = (secret: string): string => `/host/claim/${secret}`;

/** Whether somebody has made this site theirs. */
export async function isClaimed(db: Reader): Promise<boolean> {
  return (await readSetting(db, 'host')) !== undefined;
}

/**
 * Makes a fresh one-time address for a site that nobody has claimed yet, and writes it into a file that
 * only its owner can read. Answers nothing for a claimed site.
 */
export async function offerClaim(site: Site): Promise<string | undefined> {
  if (await isClaimed(site.database.reader)) return undefined;
  const secret = newSecret();
  await site.database.write((tx) => saveSetting(tx, 'claim-hash', hashSecret(secret)));
  const address = `${site.url}${claimPath(secret)}`;
  await writeFile(claimFile(site), `${address}\n`, { mode: 0o600 });
  return address;
}

/** Whether an address can still claim the site. */
export async function canClaim(db: Reader, secret: string): Promise<boolean> {
  return (await readSetting(db, 'claim-hash')) === hashSecret(secret);
}

/**
 * The first to claim becomes its host; others get nothing. Whoever signs letters becomes the first parent
 * of its first family, and whoever does not belongs to none. `email` is an address known to be theirs.
 */
export async function claimSite(
  tx: Tx,
  secret: string,
  by: { name: string; signsAs: string | undefined; email: string | undefined; language?: string },
  now: string,
): Promise<Person | undefined> {
  if (!(await removeSetting(tx, 'claim-hash', hashSecret(secret)))) return undefined;
  const person = await addPerson(tx, by, now);
  await saveSetting(tx, 'host', person.id);
  if (by.signsAs !== undefined) await foundFamily(tx, person.id, by.signsAs, now);
  return person;
}

export async function forgetClaimFile(site: Pick<Site, 'folder'>): Promise<void> {
  await rm(claimFile(site), { force: true });
}

function claimFile({ folder }: Pick<Site, 'folder'>): string {
  return join(folder.path, 'claim-address.txt');
}
