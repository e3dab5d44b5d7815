import { stepOf } from '#audiences/step-of.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { hidePictures, showPictures } from '#photographs/photographs.ts';
import type { Tx } from '#schema/database.ts';

/** Gives the portrait a fresh address for those who may see it now, or none where there is no portrait. */
export async function showPortrait(tx: Tx, memorial: Memorial): Promise<void> {
  const piece = { memorialId: memorial.id, tributeId: undefined };
  if (memorial.portraitId === undefined) return hidePictures(tx, piece);
  await showPictures(
    tx,
    {
      ...piece,
      familyId: memorial.familyId,
      writerId: memorial.createdBy,
      audience: memorial.shows.portrait ? 'everyone' : 'only-us',
      within: stepOf(memorial),
    },
    [memorial.portraitId],
  );
}
