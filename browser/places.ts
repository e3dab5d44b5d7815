// The same cut as the server's: paragraphs are joined by exactly two line breaks.
const between = '\n\n';

/** After how many paragraphs a photograph stands that is put where the caret is. */
export function placeAt(text: string, caret: number): number {
  const before = text.slice(0, caret);
  if (before === '') return 0;
  return before.split(between).length - Number(before.endsWith(between));
}

/**
 * Where what stood after `after` paragraphs of `before` stands in `now`, one edit later: behind the words
 * it was behind. What is written right behind them comes after it.
 */
export function placeMoved(after: number, before: string, now: string): number {
  if (after === 0 || now === '') return 0;
  if (before === now) return after;
  const anchor = before.split(between).slice(0, after).join(between).length;
  const head = sameAtBegin(before, now);
  const tail = sameAtEnd(before, now, Math.min(before.length, now.length) - head);
  const untouched = anchor <= head;
  if (untouched || anchor >= before.length - tail) {
    const moved = untouched ? anchor : anchor + now.length - before.length;
    return now.slice(0, moved).split(between).length;
  }
  // The words right before it were deleted: it stands behind what was before them. Where the same letters
  // stand at both ends of what went, whole paragraphs went.
  let end = before.length - tail;
  let start = head;
  while (start > 0 && !before.endsWith(between, start) && before[start - 1] === before[end - 1]) {
    start--;
    end--;
  }
  const whole = start === 0 || before.endsWith(between, start);
  return placeAt(now, whole ? start : head);
}

// Whole pieces first: letter by letter, two million of them take too long at each change.
const pieces = [4096, 64, 1];

function sameAtBegin(before: string, now: string): number {
  const most = Math.min(before.length, now.length);
  let same = 0;
  for (const piece of pieces)
    while (same + piece <= most && before.slice(same, same + piece) === now.slice(same, same + piece))
      same += piece;
  return same;
}

function sameAtEnd(before: string, now: string, most: number): number {
  const [a, b] = [before.length, now.length];
  let same = 0;
  for (const piece of pieces)
    while (
      same + piece <= most &&
      before.slice(a - same - piece, a - same) === now.slice(b - same - piece, b - same)
    )
      same += piece;
  return same;
}

// The same as the server's: of a poem of fifty thousand verses, the places around the photograph.
const mostPlaces = 200;

/** Puts each select on its place in the text, and names the places by the first words of their paragraphs. */
export function namePlaces(
  selects: readonly (readonly [select: HTMLSelectElement, place: number])[],
  text: string,
  first: string,
  after: string,
): void {
  if (selects.length === 0) return;
  const paragraphs = text === '' ? [] : text.split(between);
  for (const [select, asked] of selects) {
    const place = Math.min(asked, paragraphs.length);
    const places = placesAround(place, paragraphs.length);
    select.length = places.length;
    for (const [index, one] of places.entries()) {
      const name = one === 0 ? first : after.replace('…', () => beginningOf(paragraphs[one - 1] ?? ''));
      const option = select.options[index]!;
      if (option.text !== name) option.text = name;
      option.value = String(one);
    }
    select.value = String(place);
  }
}

export function placesAround(place: number, last: number): number[] {
  const from = last <= mostPlaces ? 0 : Math.max(0, place - mostPlaces / 2);
  const to = last <= mostPlaces ? last : Math.min(last, from + mostPlaces);
  const near = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return [...(from > 0 ? [0] : []), ...near, ...(to < last ? [last] : [])];
}

function beginningOf(paragraph: string): string {
  const line = paragraph.replace(/\s+/g, ' ').trim();
  return line.length > 40 ? `${line.slice(0, 40)} …` : line || '…';
}
