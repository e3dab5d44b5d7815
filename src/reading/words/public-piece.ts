import { NotFound } from '#http/refusals.ts';
import { type Say, sayIn } from '#i18n/messages.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import type { Reading } from '#reading/space.tsx';
import type { Reader } from '#schema/database.ts';
import { titleOf } from '#tributes/title.ts';
import type { Published } from '#tributes/tribute.ts';
import { findTributeAt } from '#tributes/tributes.ts';
import { askedFor, type Asked } from '#words/passage.ts';
import { listWordsOf, type PublicWords } from '#words/public-words.ts';

/** The words of a piece that everybody may read, as an address asks for them. */
export type PublicPiece = Asked & {
  reading: Reading;
  say: Say;
  tribute: Published;
  /** Every version in every language. */
  all: PublicWords[];
  called: string;
  /** What the piece is called in these words, or what it is. */
  title: string;
};

/** Reads a piece, and the words of it that a query names. What is not there, or not for everybody, is `NotFound`. */
export async function readPublicPiece(
  db: Reader,
  reading: Reading,
  address: string | undefined,
  query: Record<string, string>,
): Promise<PublicPiece> {
  const { viewer, memorial, language } = reading;
  const tribute = await findTributeAt(db, viewer, memorial, address ?? '');
  const all = tribute ? await listWordsOf(db, viewer, memorial, tribute) : [];
  const asked = askedFor(all, query);
  if (!tribute || !asked) throw new NotFound();
  const say = sayIn(language);
  const called = calledIn(memorial, language);
  const title = titleOf(say, tribute.kind, { ...tribute.words, title: asked.words.title }, called);
  return { ...asked, reading, say, tribute, all, called, title };
}
