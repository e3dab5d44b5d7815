import { createHash } from 'node:crypto';

/**
 * A person's words as they are kept: CRLF and CR become LF, as the HTML standard sends every line
 * break of a form as CRLF; nothing else changes, no trimming, no Unicode normalisation.
 */
export function exactText(typed: string): string {
  return typed.replace(/\r\n?/g, '\n');
}

/** The 1-based line of the first character no database keeps (NUL, a lone surrogate), if there is one. */
export function unkeepableLine(text: string): number | undefined {
  const at = text.search(/\0|\p{Surrogate}/u);
  if (at === -1) return undefined;
  return text.slice(0, at).split(/\r\n|\r|\n/).length;
}

/** SHA-256 of the words' UTF-8 bytes, in hexadecimal. */
export function sha256Of(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
