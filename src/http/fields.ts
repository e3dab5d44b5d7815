import { Busboy, type BusboyInstance } from '@fastify/busboy';
import type { Context } from 'hono';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Refused } from '#http/refusals.ts';
import { exactText } from '#lib/exact-text.ts';

const most = 32 * 1024 * 1024;
// An album of 500 photographs has six of each.
const mostFields = 4000;
const mostFiles = 50;
const urlencoded = 'application/x-www-form-urlencoded';

export type Upload = { field: string; name: string; stream: Readable };
export type Fields = Record<string, string>;

/**
 * All fields of a posted form as they were typed, line breaks as LF; of a repeated name the last.
 * Refuses more than 32 MB or 4,000 fields, and anything that is no form.
 */
export async function readFields(c: Context): Promise<Fields> {
  if (!typeOf(c).startsWith(urlencoded)) return (await readFieldsAndFiles(c, drain)).fields;
  const pairs = (await readBody(c)).toString('latin1').split('&', mostFields + 1);
  if (pairs.length > mostFields) throw new Refused('too-large');
  const fields: Fields = {};
  for (const pair of pairs) {
    const [name = '', ...value] = pair.split('=');
    if (name) fields[percentDecoded(name)] = exactText(percentDecoded(value.join('=')));
  }
  return fields;
}

/**
 * The same for a form that may bring files (RFC 7578): each file that was chosen is handed to `take`
 * while it arrives, and must be read to its end, even if it is refused: the form would wait for it for ever.
 * What `take` answered comes back in order.
 * Refuses more than 50 files. Of a form that is refused half-way, the streams end with an error.
 */
export async function readFieldsAndFiles<T>(
  c: Context,
  take: (upload: Upload) => Promise<T>,
): Promise<{ fields: Fields; taken: T[] }> {
  if (typeOf(c).startsWith(urlencoded)) return { fields: await readFields(c), taken: [] };
  const parser = parserFor(c);
  const fields: Fields = {};
  const taken: Promise<T>[] = [];
  const streams: Readable[] = [];
  let typed = 0;
  const refuse = (): void => void parser.destroy(new Refused('too-large'));
  parser.on('field', (name, value, _nameCut, cut) => {
    typed += value.length;
    if (cut || typed > most) return refuse();
    fields[name] = exactText(strictText(Buffer.from(value, 'latin1')));
  });
  parser.on('fieldsLimit', refuse);
  parser.on('filesLimit', refuse);
  parser.on('file', (field, stream, name) => {
    if (!name) return void stream.resume();
    streams.push(stream);
    const one = take({ field, name, stream });
    // Whoever refuses a file half-way must not stop the rest of the form.
    one.catch(() => stream.resume());
    taken.push(one);
  });
  await pipeline(Readable.fromWeb(c.req.raw.body as never), parser).catch((error: unknown) => {
    const refused = error instanceof Refused ? error : new Refused('unreadable');
    for (const stream of streams) stream.destroy(refused);
    throw refused;
  });
  return { fields, taken: await Promise.all(taken) };
}

function parserFor(c: Context): BusboyInstance {
  const type = c.req.header('content-type') ?? '';
  if (!typeOf(c).startsWith('multipart/form-data') || !c.req.raw.body) throw new Refused('unreadable');
  try {
    // Text comes as bytes, so that what is no UTF-8 is found instead of being replaced silently.
    const limits = { fieldSize: most, fields: mostFields, files: mostFiles };
    return new Busboy({ headers: { 'content-type': type }, defCharset: 'latin1', limits });
  } catch {
    throw new Refused('unreadable'); // without a boundary
  }
}

/** A media type means the same in any case (RFC 9110, 8.3.1). */
function typeOf(c: Context): string {
  return (c.req.header('content-type') ?? '').toLowerCase();
}

async function readBody(c: Context): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of c.req.raw.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > most) throw new Refused('too-large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function drain({ stream }: Upload): Promise<void> {
  for await (const _ of stream);
}

function percentDecoded(encoded: string): string {
  const latin1 = encoded
    .replaceAll('+', ' ')
    .replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return strictText(Buffer.from(latin1, 'latin1'));
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const loose = new TextDecoder('utf-8', { ignoreBOM: true });

/** UTF-8 as text. A line that is not UTF-8 ends in a lone surrogate, which every text field refuses by its line. */
function strictText(bytes: Buffer): string {
  try {
    return strict.decode(bytes);
  } catch {
    const lines = bytes.toString('latin1').split('\n');
    return lines.map((line) => markedLine(Buffer.from(line, 'latin1'))).join('\n');
  }
}

function markedLine(bytes: Buffer): string {
  try {
    return strict.decode(bytes);
  } catch {
    return `${loose.decode(bytes)}\ud800`;
  }
}
