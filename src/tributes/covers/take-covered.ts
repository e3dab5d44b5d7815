import type { Say } from '#i18n/messages.ts';
import { languageHere } from '#i18n/spoken.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import { findNames } from '#people/people.ts';
import type { Site } from '#schema/site.ts';
import { lyingBeside } from '#tributes/covers/cover.ts';
import { listUntold, markTold } from '#tributes/covers/laid-covers.ts';
import { titleOf } from '#tributes/title.ts';

/**
 * Of what somebody wrote for these children, where a parent laid a cover over it since they last looked: one
 * sentence for each piece. Each is told of once, and stands with the piece itself from then on.
 */
export async function takeCovered(
  { database }: Site,
  say: Say,
  writer: { id: string },
  memorials: readonly Memorial[],
): Promise<string[]> {
  const { reader, write } = database;
  const pieces = (await listUntold(reader, writer.id)).flatMap((piece) => {
    const memorial = memorials.find(({ id }) => id === piece.memorialId);
    const by = lyingBeside(piece).at(-1)?.laid.by;
    return memorial && by !== undefined ? [{ piece, memorial, by }] : [];
  });
  if (pieces.length === 0) return [];
  const told = pieces.map(({ piece }) => piece.id);
  await write((tx) => markTold(tx, told));
  const names = await findNames(reader, [...new Set(pieces.map(({ by }) => by))]);
  return pieces.map(({ piece, memorial, by }) => {
    const title = titleOf(say, piece.kind, piece, calledIn(memorial, languageHere()));
    return say('home.covered', { name: names.get(by) ?? '', title });
  });
}
