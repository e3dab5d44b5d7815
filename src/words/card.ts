import { beginningOf } from '#lib/beginning.ts';
import type { Asked } from '#words/passage.ts';

/** So long a passage has room on a page of others, in UTF-16 units; and so much of the beginning of a piece. */
export const longestPassage = 1_000;
const longestBeginning = 420;

/** What a card shows of the exact words: the passage that was asked for, else how they begin. */
export function cardText({ words, passage }: Asked): string {
  return passage
    ? beginningOf(words.text.slice(passage.from, passage.to), longestPassage)
    : beginningOf(words.text.slice(0, 20 * longestBeginning).trim(), longestBeginning);
}

/** How wide and high a card is drawn, in CSS pixels: as its words need, within what is asked at most. */
export function cardSize(
  text: string,
  most: { width?: number | undefined; height?: number | undefined } = {},
): { width: number; height: number } {
  const width = Math.min(560, most.width ?? 560);
  // A letter is half as wide as it is high, and a line of it 29 pixels high.
  const onLine = Math.max(10, (width - 60) / 9);
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / onLine)), 0);
  return { width, height: Math.min(640, most.height ?? 640, 170 + 29 * lines) };
}
