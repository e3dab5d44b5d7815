import { Busboy } from '@fastify/busboy';
import type { Context } from 'hono';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Refused } from '#http/refusals.ts';
import { exactText } from '#lib/exact-text.ts';

const most = 32 * 1024 * 1024;
const urlencoded = 'application/x-www-form-urlencoded';

export type Upload = { field: string; name: string; stream: Readable };
export type Fields = Record<string, string>;

/**
 * All fields of a posted form as they were typed, line breaks as LF; of a repeated name the last.
 * Refuses more than 32 MB, and anything that is no form.
 */
export async function readFields(c: Context): Promise<Fields> {
  if (!(c.req.header('content-type') ?? '').startsWith(urlencoded)) return (await readFieldsAndFiles(c, drain)).fields;
  refuseLarge(c);
  const body = Buffer.from(await c.req.arrayBuffer());
  if (body.length > most) throw new Refused('too-large');
  const fields: Fields = {};
  for (const pair of body.toString('latin1').split('&')) {
    const [name = '', ...value] = pair.split('=');
    if (name) fields[percentDecoded(name)] = exactText(percentDecoded(value.join('=')));
  }
  return fields;
}

/**
 * The same for a form that may bring files (RFC 7578): each file that was chosen is handed to `take`
 * while it arrives, and must be read to its end or destroyed. What `take` answered comes back in order.
 */
export async function readFieldsAndFiles<T>(
  c: Context,
  take: (upload: Upload) => Promise<T>,
): Promise<{ fields: Fields; taken: T[] }> {
  const type = c.req.header('content-type') ?? '';
  if (type.startsWith(urlencoded)) return { fields: await readFields(c), taken: [] };
  if (!type.startsWith('multipart/form-data') || !c.req.raw.body) throw new Refused('unreadable');
  const fields: Fields = {};
  const taken: Promise<T>[] = [];
  // Text comes as bytes, so that what is no UTF-8 is found instead of being replaced silently.
  const parser = new Busboy({
    headers: { 'content-type': type },
    defCharset: 'latin1',
    limits: { fieldSize: most, fields: 2000, files: 50 },
  });
  parser.on('field', (name, value, _nameCut, cut) => {
    if (cut) parser.destroy(new Refused('too-large'));
    fields[name] = exactText(strictText(Buffer.from(value, 'latin1')));
  });
  parser.on('file', (field, stream, name) => {
    if (!name) return void stream.resume();
    const one = take({ field, name: strictText(Buffer.from(name, 'latin1')), stream });
    // Whoever refuses a file half-way must not stop the rest of the form.
    one.catch(() => stream.resume());
    taken.push(one);
  });
  await pipeline(Readable.fromWeb(c.req.raw.body as never), parser).catch((error: unknown) => {
    throw error instanceof Refused ? error : new Refused('unreadable');
  });
  return { fields, taken: await Promise.all(taken) };
}

async function drain({ stream }: Upload): Promise<void> {
  for await (const _ of stream);
}

function refuseLarge(c: Context): void {
  if (Number(c.req.header('content-length') ?? 0) > most) throw new Refused('too-large');
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
