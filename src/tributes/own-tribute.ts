import { may } from '#audiences/may.ts';
import { viewerOf } from '#audiences/viewer-of.ts';
import { NotFound } from '#http/refusals.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { findMemorial } from '#memorials/memorials.ts';
import type { Reader } from '#schema/database.ts';
import type { Tribute } from '#tributes/tribute.ts';
import { findOwnTribute } from '#tributes/tributes.ts';

/**
 * A tribute for the one who writes it, and the memorial it belongs to. For everybody else it is `NotFound`,
 * and while it lies in the bin for its writer too, where they do not ask for it `inTheBin`. Whoever keeps
 * the page no longer finds it only where that is asked for (`evenGone`): to throw it away is theirs alone.
 */
export async function ownTribute(
  db: Reader,
  person: { id: string },
  id: string | undefined,
  { inTheBin = false, evenGone = false } = {},
): Promise<{ tribute: Tribute; memorial: Memorial }> {
  const tribute = await findOwnTribute(db, person.id, id ?? '');
  const memorial = tribute && (await findMemorial(db, tribute.memorialId));
  if (tribute?.binnedAt !== undefined && !inTheBin) throw new NotFound();
  if (!memorial) throw new NotFound();
  if (!evenGone && !may(await viewerOf(db, person), 'keep', memorial.familyId)) throw new NotFound();
  return { tribute, memorial };
}
