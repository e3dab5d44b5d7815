import type { Viewer } from '#audiences/viewer.ts';
import { NotFound } from '#http/refusals.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { shownWhole } from '#reading/pages/memory.tsx';
import type { Reader } from '#schema/database.ts';
import { countByYear, listTributes } from '#tributes/tributes.ts';
import type { Published } from '#tributes/tribute.ts';

/** So many memories stand on one page of a child; a memorial of five hundred stays light. */
const memoriesOnPage = 50;
/** What is read of each: as much as its beginning is cut from (`beginningOfWords`). */
export const longestRead = 2 * shownWhole;

/** One page of a child's memories, in their order. Pages count from 1; the first has no number in its address. */
export type Memories = {
  number: number;
  last: number;
  tributes: Published[];
  /** The years that the memories are of and the page each begins on; none where one page holds all, or hands set the order. */
  years: { year: number; page: number }[];
  /** The memories of this page that a year begins with, by their ids. */
  begins: ReadonlyMap<string, number>;
};

/** Reads one page of what a viewer may see, in two queries. Throws `NotFound` for a page beyond the end. */
export async function readMemories(
  db: Reader,
  viewer: Viewer,
  memorial: Memorial,
  number: number,
): Promise<Memories> {
  const from = (number - 1) * memoriesOnPage;
  const counts = await countByYear(db, viewer, memorial);
  const starts = startsOf(counts);
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const last = Math.max(1, Math.ceil(total / memoriesOnPage));
  if (number > last) throw new NotFound();
  const tributes = await listTributes(db, viewer, memorial, {
    from,
    count: memoriesOnPage,
    longest: longestRead,
  });
  const shown = last > 1 && !memorial.byHand ? starts : [];
  return {
    number,
    last,
    tributes,
    years: shown.map(({ year, at }) => ({ year, page: Math.floor(at / memoriesOnPage) + 1 })),
    begins: new Map(
      shown.flatMap(({ year, at }) => {
        const first = tributes[at - from];
        return first && at >= from ? [[first.id, year] as const] : [];
      }),
    ),
  };
}

/** Where each year begins among all the memories, counted from 0. */
export function startsOf(counts: readonly { year: number; count: number }[]): { year: number; at: number }[] {
  let at = 0;
  return counts.map(({ year, count }) => {
    const start = { year, at };
    at += count;
    return start;
  });
}

/** Reads the number of a page from its address. Throws `NotFound` for anything that no page is called. */
export function pageNumber(written: string | undefined): number {
  if (written === undefined) return 1;
  if (!/^[1-9]\d{0,6}$/.test(written)) throw new NotFound();
  return Number(written);
}

/** The address of a page of memories, under that of the first: `/wren`, `/wren/page/2`. */
export const memoriesPath = (firstPath: string, number: number): string =>
  number === 1 ? firstPath : `${firstPath}/page/${number}`;

/** Where on its page a year begins. */
export const yearAnchor = (year: number): string => `year-${year}`;
