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
  let head = 0;
  while (head < before.length && before[head] === now[head]) head++;
  let tail = 0;
  const most = Math.min(before.length, now.length) - head;
  while (tail < most && before.at(-1 - tail) === now.at(-1 - tail)) tail++;
  const untouched = anchor <= head;
  if (untouched || anchor >= before.length - tail) {
    const moved = untouched ? anchor : anchor + now.length - before.length;
    return now.slice(0, moved).split(between).length;
  }
  // The words right before it were deleted: it stands behind what was before them. Where the same letters
  // stand at both ends of what went, whole paragraphs went.
  let end = before.length - tail;
  let start = head;
  while (start > 0 && !before.slice(0, start).endsWith(between) && before[start - 1] === before[end - 1]) {
    start--;
    end--;
  }
  const whole = start === 0 || before.slice(0, start).endsWith(between);
  return placeAt(now, whole ? start : head);
}

/** Lets the places in `selects` follow the text, and names each by the first words of its paragraph. */
export function namePlaces(
  selects: Iterable<HTMLSelectElement>,
  text: string,
  first: string,
  after: string,
): void {
  const paragraphs = text === '' ? [] : text.split(between);
  const names = [first, ...paragraphs.map((paragraph) => after.replace('…', () => beginningOf(paragraph)))];
  for (const select of selects) {
    const { value } = select;
    select.length = names.length;
    for (const [place, name] of names.entries()) {
      const option = select.options[place]!;
      if (option.text !== name) option.text = name;
      option.value = String(place);
    }
    select.value = String(Math.min(Number(value), paragraphs.length));
  }
}

function beginningOf(paragraph: string): string {
  const line = paragraph.replace(/\s+/g, ' ').trim();
  return line.length > 40 ? `${line.slice(0, 40)} …` : line || '…';
}
