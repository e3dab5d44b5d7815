import type { Photograph } from '#photographs/photograph.ts';
import type { Tx } from '#schema/database.ts';

/** A photograph in its own size: a JPEG, upright, in sRGB, with nothing of what its camera noted. */
export type FullPicture = Pick<Photograph, 'width' | 'height' | 'sha256' | 'bytes'> & {
  photographId: string;
};

/** Adds a full picture; one that is there already stays as it is. */
export async function saveFullPicture(tx: Tx, { photographId, ...picture }: FullPicture): Promise<void> {
  await tx
    .insertInto('full_picture')
    .values({ photograph_id: photographId, ...picture })
    .onConflict((conflict) => conflict.column('photograph_id').doNothing())
    .execute();
}

/** Lets a full picture go; its bytes follow with the next sweep. */
export async function removeFullPicture(tx: Tx, photographId: string): Promise<void> {
  await tx.deleteFrom('full_picture').where('photograph_id', '=', photographId).execute();
}
