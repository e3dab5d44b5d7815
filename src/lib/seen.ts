/**
 * Whether anybody could see a text: it holds more than spaces, control characters and what Unicode calls
 * default ignorable, which includes letters and marks that are blank (the Hangul fillers, a joiner). The
 * braille pattern without dots is blank as well.
 */
export function isSeen(text: string): boolean {
  return /[^\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]/u.test(text);
}
