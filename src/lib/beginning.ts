const graphemes = new Intl.Segmenter();

/** The first words of a text on one line, in at most so many UTF-16 units; only its beginning is looked at. */
export function firstWords(text: string, longest = 200): string {
  const beginning = text.trimStart().slice(0, 20 * longest);
  return beginningOf(beginning.replace(/\s+/g, ' ').trim(), longest);
}

/**
 * The beginning of a text in at most `longest` UTF-16 units and an ellipsis: cut between words, or where
 * those are too long, as in many scripts, between characters as people see them (UAX #29).
 */
export function beginningOf(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const words = text.slice(0, longest).replace(/\s+\S*$/, '');
  if (words.length < longest && words.length > longest / 2) return `${words} …`;
  const characters = text.slice(0, graphemes.segment(text.slice(0, longest * 2)).containing(longest)?.index);
  return `${characters || text.slice(0, longest).replace(/\p{Surrogate}$/u, '')} …`;
}
