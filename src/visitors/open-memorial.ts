import { stepOf } from '#audiences/step-of.ts';
import { NotFound } from '#http/refusals.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { findMemorialAt } from '#memorials/memorials.ts';
import type { Reader } from '#schema/database.ts';

/** The memorial at an address while everybody sees it: only there do strangers do anything. Else `NotFound`. */
export async function openMemorialAt(db: Reader, address: string | undefined): Promise<Memorial> {
  const memorial = await findMemorialAt(db, address ?? '');
  if (!memorial || stepOf(memorial) !== 'everyone') throw new NotFound();
  return memorial;
}
