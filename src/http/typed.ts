import { isUtf8 } from 'node:buffer';
import { setImmediate as others } from 'node:timers/promises';
import { exactBytes } from '#lib/exact-text.ts';

// After so many bytes everybody else has their turn: a form of 32 MB must not hold them up.
const oneTurn = 1024 * 1024;
const [lf, space, plus, percent] = [0x0a, 0x20, 0x2b, 0x25];

const hexValues = new Int8Array(256).fill(-1);
for (const digit of '0123456789abcdefABCDEF') hexValues[digit.charCodeAt(0)] = Number.parseInt(digit, 16);

/** What was typed, from the bytes of a part of a form (RFC 7578): UTF-8, line breaks as LF. */
export function typedIn(bytes: Buffer): string {
  return strictText(exactBytes(bytes));
}

/** The same from percent-encoded bytes (application/x-www-form-urlencoded); what is no such code stays. */
export async function typedInEncoded(encoded: Buffer): Promise<string> {
  return typedIn(await percentDecoded(encoded));
}

async function percentDecoded(encoded: Buffer): Promise<Buffer> {
  if (!encoded.includes(percent) && !encoded.includes(plus)) return encoded;
  const bytes = Buffer.allocUnsafe(encoded.length);
  let length = 0;
  let turn = oneTurn;
  for (let at = 0; at < encoded.length; at++) {
    if (at > turn) {
      await others();
      turn = at + oneTurn;
    }
    const byte = encoded[at]!;
    if (byte !== percent) bytes[length++] = byte === plus ? space : byte;
    else {
      const high = hexValues[encoded[at + 1] ?? 0]!;
      const low = hexValues[encoded[at + 2] ?? 0]!;
      const isCode = high >= 0 && low >= 0;
      bytes[length++] = isCode ? high * 16 + low : byte;
      if (isCode) at += 2;
    }
  }
  return bytes.subarray(0, length);
}

const loose = new TextDecoder('utf-8', { ignoreBOM: true });

/** UTF-8 as text. The first line that is none ends in a lone surrogate, which every text field refuses by its line. */
function strictText(bytes: Buffer): string {
  if (isUtf8(bytes)) return loose.decode(bytes);
  const end = endOfFirstBadLine(bytes);
  return `${loose.decode(bytes.subarray(0, end))}\ud800${loose.decode(bytes.subarray(end))}`;
}

function endOfFirstBadLine(bytes: Buffer): number {
  let [from, to] = [0, bytes.length];
  for (;;) {
    const half = from + ((to - from) >> 1);
    const next = bytes.indexOf(lf, half);
    const cut =
      next === -1 || next >= to - 1 ? bytes.subarray(from, half).lastIndexOf(lf) + from + 1 : next + 1;
    // No line ends within: this is the one.
    if (cut <= from) return bytes[to - 1] === lf ? to - 1 : to;
    if (isUtf8(bytes.subarray(from, cut))) from = cut;
    else to = cut;
  }
}
