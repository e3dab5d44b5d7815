/**
 * The class that a name in large letters needs, so that its longest word stays whole on the width of a phone.
 * Nothing for a name that fits as it is.
 */
export function sizeOfName(name: string): 'long' | 'longest' | undefined {
  const longest = Math.max(...name.split(/[\s\u00ad-]+/).map((word) => [...segments.segment(word)].length));
  if (longest > 17) return 'longest';
  return longest > 11 ? 'long' : undefined;
}

const segments = new Intl.Segmenter();
