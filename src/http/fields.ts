import { Busboy, type BusboyInstance } from '@fastify/busboy';
import type { Context } from 'hono';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { readBody } from '#http/body.ts';
import { carry } from '#http/carried.ts';
import { Refused } from '#http/refusals.ts';
import { typedIn, typedInEncoded } from '#http/typed.ts';

const most = 32 * 1024 * 1024;
// More than anybody types where no letter is written.
const mostWithoutLetters = 8 * 1024 * 1024;
// An album of 500 photographs has six of each.
const mostFields = 4000;
/** So much may stand around so many of them: their names, and the lines between. */
const aroundParts = 4 * 1024 * 1024;
const mostFiles = 50;
const urlencoded = 'application/x-www-form-urlencoded';

export type Upload = { field: string; name: string; stream: Readable };
export type Fields = Record<string, string>;

/**
 * All fields of a posted form as they were typed, line breaks as LF; of a repeated name the last. Refuses
 * more than `longest` bytes (8 MB, where no letter is written), more than 4,000 fields, and anything that is
 * no form.
 */
export async function readFields(c: Context, longest = mostWithoutLetters): Promise<Fields> {
  if (!typeOf(c).startsWith(urlencoded)) return (await readFieldsAndFiles(c, drain, longest)).fields;
  const body = await readBody(c, longest);
  const fields: Fields = {};
  let count = 0;
  for (let from = 0; from <= body.length;) {
    if (++count > mostFields) throw new Refused('too-large');
    const next = body.indexOf('&', from);
    const pair = body.subarray(from, next === -1 ? body.length : next);
    const equals = pair.indexOf('=');
    const name = await typedInEncoded(equals === -1 ? pair : pair.subarray(0, equals));
    if (name) fields[name] = await typedInEncoded(equals === -1 ? nothing : pair.subarray(equals + 1));
    from += pair.length + 1;
  }
  carry(c, { fields, files: 0 });
  return fields;
}

const nothing = Buffer.alloc(0);

/**
 * The same for a form that may bring files (RFC 7578): each file that was chosen is handed to `take`
 * while it arrives, and must be read to its end, even if it is refused: the form would wait for it for ever.
 * What `take` answered comes back in order.
 * Refuses more than 50 files, and beside them more than `longest` bytes, 32 MB unless it is said. Of a form
 * that is refused half-way, the streams end with an error.
 */
export async function readFieldsAndFiles<T>(
  c: Context,
  take: (upload: Upload) => Promise<T>,
  longest = most,
): Promise<{ fields: Fields; taken: T[] }> {
  if (typeOf(c).startsWith(urlencoded)) return { fields: await readFields(c, longest), taken: [] };
  const parser = parserFor(c);
  const fields: Fields = {};
  const taken: Promise<T>[] = [];
  const streams: (Readable & { bytesRead: number })[] = [];
  let typed = 0;
  const refuse = (): void => void parser.destroy(new Refused('too-large'));
  parser.on('field', (name, value, _nameCut, cut) => {
    typed += value.length;
    if (cut || typed > longest) return refuse();
    fields[name] = typedIn(Buffer.from(value, 'latin1'));
  });
  parser.on('fieldsLimit', refuse);
  parser.on('filesLimit', refuse);
  parser.on('file', (field, stream, name) => {
    // Whoever reads it hears an error too; of one that nobody reads it would end the process.
    stream.on('error', () => {});
    if (!name) return void stream.resume();
    streams.push(stream);
    const one = take({ field, name, stream });
    // Whoever refuses a file half-way must not stop the rest of the form.
    one.catch(() => stream.resume());
    taken.push(one);
  });
  let arrived = 0;
  // What stands before the parts, behind them or in files that were not chosen is no part of a form.
  const counted = async function* (chunks: AsyncIterable<Uint8Array>) {
    for await (const chunk of chunks) {
      const inFiles = streams.reduce((sum, { bytesRead }) => sum + bytesRead, 0);
      if (arrived - inFiles > longest + aroundParts) throw new Refused('too-large');
      arrived += chunk.byteLength;
      yield chunk;
    }
  };
  await pipeline(Readable.fromWeb(c.req.raw.body as never), counted, parser).catch((error: unknown) => {
    const refused = error instanceof Refused ? error : new Refused('unreadable');
    for (const stream of streams) stream.destroy(refused);
    throw refused;
  });
  carry(c, { fields, files: streams.length });
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

async function drain({ stream }: Upload): Promise<void> {
  for await (const _ of stream);
}
