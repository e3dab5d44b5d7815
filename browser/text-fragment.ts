// The end of an address that opens a page at a passage and marks it there (WICG, URL Fragment Text Directives).

/** So many words at each end of a passage say which it is; one that is shorter stands whole. */
const wordsAtEnd = 5;
const shortEnough = 100;

/**
 * The text directive of a passage of these words, `from` one position `to` another, with what stands before it
 * on its page (`above`). It is widened to whole words, as browsers find nothing else; where its beginning or
 * end stands there more than once, the words beside it say which is meant.
 */
export function textDirective(text: string, passage: { from: number; to: number }, above = ''): string {
  const { from, to } = toWholeWords(text, passage);
  const whole = text.slice(from, to);
  const isShort = whole.length <= shortEnough && !whole.includes('\n');
  const start = isShort ? whole : firstWords(firstLine(whole));
  const end = isShort ? '' : lastWords(lastLine(whole));
  const startsAt = find(text, start, 0);
  const isClear = startsAt === from && find(above, start, 0) === -1;
  const endsAt = find(text, end, from + start.length) + end.length;
  const prefix = isClear ? '' : lastWords(lastLine(text.slice(0, from)));
  const suffix =
    (isShort && isClear) || (!isShort && endsAt === to) ? '' : firstWords(firstLine(text.slice(to)));
  return [
    prefix && `${encoded(prefix)}-,`,
    encoded(start),
    end && `,${encoded(end)}`,
    suffix && `,-${encoded(suffix)}`,
  ].join('');
}

/** Commas, ampersands and dashes mean something in a directive. */
const encoded = (words: string): string => encodeURIComponent(words).replaceAll('-', '%2D');

function find(text: string, words: string, from: number): number {
  const [whole, part] = [text.toLowerCase(), words.toLowerCase()];
  // A few letters are longer in lower case: then only what is written the same way counts.
  return whole.length === text.length ? whole.indexOf(part, from) : text.indexOf(words, from);
}

function toWholeWords(text: string, passage: { from: number; to: number }): { from: number; to: number } {
  const trimmed = text.slice(passage.from, passage.to);
  const from = passage.from + trimmed.length - trimmed.trimStart().length;
  const to = passage.to - trimmed.length + trimmed.trimEnd().length;
  const words = new Intl.Segmenter(undefined, { granularity: 'word' });
  const around = (at: number): { index: number; segment: string } | undefined => {
    // A line is enough to tell where its words begin.
    const line = text.lastIndexOf('\n', at - 1) + 1;
    const ends = text.indexOf('\n', at);
    const part = words.segment(text.slice(line, ends === -1 ? undefined : ends)).containing(at - line);
    return part && { index: line + part.index, segment: part.segment };
  };
  const first = around(from);
  const last = around(to - 1);
  return { from: first?.index ?? from, to: last ? last.index + last.segment.length : to };
}

const lines = (text: string): string[] => text.split('\n').flatMap((line) => line.trim() || []);
const firstLine = (text: string): string => lines(text)[0] ?? '';
const lastLine = (text: string): string => lines(text).at(-1) ?? '';
const firstWords = (line: string): string =>
  new RegExp(`^(?:\\S+\\s+){0,${wordsAtEnd - 1}}\\S+`).exec(line)?.[0] ?? '';
const lastWords = (line: string): string =>
  new RegExp(`\\S+(?:\\s+\\S+){0,${wordsAtEnd - 1}}$`).exec(line)?.[0] ?? '';
