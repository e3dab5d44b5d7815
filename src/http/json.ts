import type { Context } from 'hono';
import type { z } from 'zod';
import { readBody } from '#http/body.ts';
import { Refused } from '#http/refusals.ts';

const ordinary = 64 * 1024;

/** Reads what was sent as JSON (RFC 8259). Refuses more than `most` bytes (64 kB) and any other shape. */
export async function readJson<T extends z.ZodType>(
  c: Context,
  schema: T,
  most = ordinary,
): Promise<z.output<T>> {
  if (Number(c.req.header('content-length') ?? 0) > most) throw new Refused('too-large');
  const text = (await readBody(c, most)).toString('utf8');
  const read = schema.safeParse(parsed(text));
  if (!read.success) throw new Refused('unreadable');
  return read.data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
