import { createHash } from 'node:crypto';

/**
 * A person's words as they are kept: CRLF and CR become LF, as the HTML standard sends every line
 * break of a form as CRLF; nothing else changes, no trimming, no Unicode normalisation.
 */
export function exactText(typed: string): string {
  return typed.replace(/\r\n?/g, '\n');
}

const [lf, cr] = [0x0a, 0x0d];

/** The same of UTF-8 bytes as they came, where these two stand for nothing else: a letter of 32 MB in a moment. */
export function exactBytes(typed: Buffer): Buffer {
  if (!typed.includes(cr)) return typed;
  const kept = Buffer.allocUnsafe(typed.length);
  let length = 0;
  for (let at = 0; at < typed.length; at++) {
    const byte = typed[at]!;
    if (byte === lf && at > 0 && typed[at - 1] === cr) continue;
    kept[length++] = byte === cr ? lf : byte;
  }
  return kept.subarray(0, length);
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
