/**
 * The paragraphs of an exact text: it is cut at each first pair of line breaks, so that joining them
 * with a pair again gives the same text, letter for letter. Further empty lines begin the next one.
 */
export function paragraphsOf(text: string): string[] {
  return text.split('\n\n');
}

/**
 * Where a photograph that stood after `after` paragraphs of `before` belongs in `now`: it goes with the
 * paragraphs around it. Paragraphs that both texts begin or end with are taken as the same.
 */
export function placeMoved(after: number, before: string, now: string): number {
  const old = paragraphsOf(before);
  const fresh = paragraphsOf(now);
  let head = 0;
  while (head < old.length && head < fresh.length && old[head] === fresh[head]) head++;
  if (after <= head) return after;
  let tail = 0;
  while (tail < old.length - head && tail < fresh.length - head && old.at(-1 - tail) === fresh.at(-1 - tail))
    tail++;
  if (old.length - after <= tail) return fresh.length - (old.length - after);
  return Math.min(after, fresh.length - tail);
}
