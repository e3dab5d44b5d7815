import { nobody } from '#audiences/viewer.ts';
import { sha256Of } from '#lib/exact-text.ts';
import type { Memorial } from '#memorials/memorial.ts';
import type { Reader } from '#schema/database.ts';
import type { Headed } from '#tributes/headed.ts';
import { listHeads } from '#tributes/order/positions.ts';
import { listPublicHeadings, type PublicHeading } from '#words/public-headings.ts';

/** A piece with words to be quoted, and the approved translations that readers have of it now. */
export type QuotablePiece = Headed & { translations: readonly PublicHeading[] };

const noWords = sha256Of('');

/** What everybody can quote of a memorial, in the order of the memories; photographs without words are not among it. */
export async function listQuotable(db: Reader, memorial: Memorial): Promise<QuotablePiece[]> {
  const [pieces, headings] = await Promise.all([
    listHeads(db, nobody, memorial),
    listPublicHeadings(db, memorial),
  ]);
  const now = Map.groupBy(
    headings.filter(({ current, sha256 }) => current && sha256 !== noWords),
    ({ tributeId }) => tributeId,
  );
  return pieces.flatMap((piece) => {
    const words = now.get(piece.id) ?? [];
    if (!words.some(({ original }) => original)) return [];
    return { ...piece, translations: words.filter(({ original }) => !original) };
  });
}
