import type { StepOut } from '#audiences/audience.ts';
import { stepOf } from '#audiences/step-of.ts';
import type { Memorial, Shows } from '#memorials/memorial.ts';
import { saveMemorial, takeAddress } from '#memorials/memorials.ts';
import { readAddress, type AddressRefusal } from '#memorials/address.ts';
import { showPortrait } from '#memorials/portrait.ts';
import { showPicturesWithin } from '#photographs/photographs.ts';
import type { Tx } from '#schema/database.ts';

/** How far a page is opened and what goes with it. The address and the switches count for everyone's alone. */
export type Opening = {
  to: StepOut;
  address: string;
  shows: Partial<Shows>;
  listed: boolean;
  indexed: boolean;
  federated: boolean;
};

/**
 * Opens a child's page to a step beyond the family, or from one of them to another; to everyone, under an
 * address. Refuses an address that another page holds or held; nothing is changed then. What each tribute
 * shows is decided piece by piece; this only lets those be seen that are for as many.
 */
export async function openMemorial(
  tx: Tx,
  memorial: Memorial,
  opening: Opening,
  now: string,
): Promise<{ opened: Memorial } | { refused: AddressRefusal | 'error.address-taken' }> {
  const addressed = await addressFor(tx, memorial, opening, now);
  if ('refused' in addressed) return addressed;
  const isPublic = opening.to === 'everyone';
  const opened: Memorial = {
    ...memorial,
    audience: opening.to,
    address: addressed.address,
    shows: { ...memorial.shows, ...opening.shows },
    listed: isPublic && opening.listed,
    indexed: isPublic && opening.indexed,
    federated: isPublic && opening.federated,
  };
  await saveMemorial(tx, opened);
  await showPicturesWithin(tx, memorial.id, stepOf(opened));
  await showPortrait(tx, opened);
  await tx.record({ memorialOpened: memorial.id });
  return { opened };
}

/** Takes the address that a public page asks for. Before that a page has none, so that “taken” reveals nothing. */
async function addressFor(
  tx: Tx,
  memorial: Memorial,
  opening: Opening,
  now: string,
): Promise<{ address: string | undefined } | { refused: AddressRefusal | 'error.address-taken' }> {
  if (opening.to !== 'everyone') return { address: memorial.address };
  const read = readAddress(opening.address);
  if ('refused' in read) return read;
  if (!(await takeAddress(tx, read.address, memorial.id, now))) return { refused: 'error.address-taken' };
  return read;
}

/** Narrows a child's page to the family, at once. The address is kept for it, and answers nothing. */
export async function closeMemorial(tx: Tx, memorial: Memorial): Promise<Memorial> {
  const closed: Memorial = {
    ...memorial,
    audience: 'only-us',
    listed: false,
    indexed: false,
    federated: false,
  };
  await saveMemorial(tx, closed);
  await showPicturesWithin(tx, memorial.id, stepOf(closed));
  return closed;
}
