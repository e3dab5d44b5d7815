import { type Audience, isWider } from '#audiences/audience.ts';
import { addressFrom } from '#memorials/address.ts';
import type { Reader } from '#schema/database.ts';
import type { Tribute } from '#tributes/tribute.ts';
import { isAddressTaken } from '#tributes/tributes.ts';
import { listTitles } from '#tributes/versions/versions.ts';

/** Second segments of a memorial's URLs, for everybody and for the family, that no tribute may take. */
const reserved = new Set([
  'child',
  'tributes',
  'order',
  'rest',
  'leaving',
  'versions',
  'opening',
  'portrait',
  'start',
  'feed',
  'days',
  'words',
  'story',
  'press',
  'corrections',
  'keys',
  'live',
  'page',
  'lights',
  'letter',
  // Beneath the words: where a quotation is checked.
  'check',
]);

/**
 * The address of a tribute that is published under a title for an audience. It stays what it was, unless it
 * is made of a title that not all of this audience were shown: what was only for some stands in no URL that
 * more can read. An address that everyone ever had stays for good.
 */
export async function addressFor(
  db: Reader,
  tribute: Tribute,
  title: string,
  audience: Audience,
): Promise<string> {
  const { address } = tribute;
  // Made of no title, it tells none.
  if (isMadeOf(address, tribute, title) || isMadeOf(address, tribute, '')) return address;
  const before = await listTitles(db, tribute.id);
  const stays = before.some(
    (version) =>
      version.audience === 'everyone' ||
      (reaches(version.audience, audience) && isMadeOf(address, tribute, version.title)),
  );
  return stays ? address : freeAddress(db, tribute, title);
}

function reaches(seenBy: Audience, audience: Audience): boolean {
  return seenBy === audience || isWider(seenBy, audience);
}

async function freeAddress(db: Reader, tribute: Tribute, title: string): Promise<string> {
  const wanted = wantedFor(tribute, title);
  for (let count = 1; ; count++) {
    const address = count === 1 ? wanted : `${withoutCount(wanted)}-${count}`;
    if (!reserved.has(address) && !(await isAddressTaken(db, tribute.memorialId, address))) return address;
  }
}

function isMadeOf(address: string, tribute: Tribute, title: string): boolean {
  const wanted = wantedFor(tribute, title);
  return address !== '' && (address === wanted || withoutCount(address) === withoutCount(wanted));
}

function wantedFor({ kind }: Tribute, title: string): string {
  return addressFrom(title) || `${kind}-1`;
}

function withoutCount(address: string): string {
  return address.replace(/-\d+$/, '');
}
