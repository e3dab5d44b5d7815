import { stepOf } from '#audiences/step-of.ts';
import type { Memorial, Shows } from '#memorials/memorial.ts';
import { saveMemorial, takeAddress } from '#memorials/memorials.ts';
import { readAddress, type AddressRefusal } from '#memorials/address.ts';
import { showPortrait } from '#memorials/portrait.ts';
import { showPicturesWithin } from '#photographs/photographs.ts';
import type { Tx } from '#schema/database.ts';

export type Opening = { address: string; shows: Partial<Shows>; listed: boolean; indexed: boolean };

/**
 * Opens a child's page to everyone, under an address. Refuses an address that another page holds or
 * held; nothing is changed then. What each tribute shows is decided piece by piece; this only lets
 * those for everyone be seen.
 */
export async function openMemorial(
  tx: Tx,
  memorial: Memorial,
  opening: Opening,
  now: string,
): Promise<{ opened: Memorial } | { refused: AddressRefusal | 'error.address-taken' }> {
  const read = readAddress(opening.address);
  if ('refused' in read) return read;
  if (!(await takeAddress(tx, read.address, memorial.id, now))) return { refused: 'error.address-taken' };
  const { listed, indexed } = opening;
  const shows = { ...memorial.shows, ...opening.shows };
  const opened: Memorial = {
    ...memorial,
    audience: 'everyone',
    address: read.address,
    shows,
    listed,
    indexed,
  };
  await saveMemorial(tx, opened);
  await showPicturesWithin(tx, memorial.id, stepOf(opened));
  await showPortrait(tx, opened);
  await tx.record({ memorialOpened: memorial.id });
  return { opened };
}

/** Narrows a child's page to the family, at once. The address is kept for it, and answers nothing. */
export async function closeMemorial(tx: Tx, memorial: Memorial): Promise<Memorial> {
  const closed: Memorial = { ...memorial, audience: 'only-us', listed: false, indexed: false };
  await saveMemorial(tx, closed);
  await showPicturesWithin(tx, memorial.id, stepOf(closed));
  return closed;
}
