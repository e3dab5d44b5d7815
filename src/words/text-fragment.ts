/** So many words at each end name a passage. */
const most = 5;

/**
 * The end of an address that shows a passage where it stands: `#:~:text=first words,last words` (WICG, URL
 * Fragment Text Directives). A browser that does not know it shows the page from its beginning.
 */
export function textFragment(passage: string): string {
  const words = passage.trim().split(/\s+/);
  if (words.length <= 2 * most && !passage.includes('\n')) return `#:~:text=${encoded(words.join(' '))}`;
  const ends = passage.trim().split('\n');
  const first = (ends[0] ?? '').trim().split(/\s+/).slice(0, most);
  const last = (ends.at(-1) ?? '').trim().split(/\s+/).slice(-most);
  return `#:~:text=${encoded(first.join(' '))},${encoded(last.join(' '))}`;
}

// A hyphen and a comma have a meaning there.
const encoded = (words: string): string => encodeURIComponent(words).replaceAll('-', '%2D');
