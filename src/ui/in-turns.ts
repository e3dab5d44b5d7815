import { raw } from 'hono/html';
import { escapeToBuffer, type HtmlEscapedString, type StringBuffer } from 'hono/utils/html';
import { setImmediate as others } from 'node:timers/promises';

const few = 50_000;
const oneTurn = 100_000;

/**
 * Words as they go into a page, as text or as the value of a field. The template escapes them. More than a
 * few are escaped here, by the same rule, a part at a time: ten megabytes of angle brackets would have
 * everybody else wait for seconds.
 */
export function inTurns(words: string): string | Promise<HtmlEscapedString> {
  return words.length <= few ? words : escaped(words);
}

async function escaped(words: string): Promise<HtmlEscapedString> {
  const parts: string[] = [];
  for (let from = 0; from < words.length; from += oneTurn) {
    if (from > 0) await others();
    const buffer: StringBuffer = [''];
    escapeToBuffer(words.slice(from, from + oneTurn), buffer);
    const part = buffer[0] as string;
    // Asking for a letter makes one text of the millions of pieces that it is still made of.
    part.charCodeAt(0);
    parts.push(part);
  }
  return raw(parts.join(''));
}

/** The same as the value of a field: the template waits for it, though its types do not know. */
export function valueInTurns(words: string): string {
  return inTurns(words) as string;
}
