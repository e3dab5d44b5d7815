import { isByNoParent, type Parent } from '#families/family.ts';

/** That a photograph of a piece is given to the press in full size, as often as the piece is everyone's. */
export type Release = {
  tributeId: string;
  photographId: string;
  memorialId: string;
  /** The terms of this photograph; where they are empty, those for all of them. */
  terms: string;
};

/**
 * Whether a parent may release the photographs of a piece: of what they wrote themselves, as with covers, and
 * of what nobody wrote who is a parent now. Any parent may take any of them back.
 */
export function releases(
  parent: { id: string },
  piece: { writerId: string },
  parents: readonly Parent[],
): boolean {
  return piece.writerId === parent.id || isByNoParent(piece, parents);
}
