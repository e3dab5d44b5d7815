import type { Context } from 'hono';
import type { z } from 'zod';
import { Refused } from '#http/refusals.ts';

const most = 64 * 1024;

/** Reads what a script of ours sent as JSON (RFC 8259). Refuses more than 64 kB and any other shape. */
export async function readJson<T extends z.ZodType>(c: Context, schema: T): Promise<z.output<T>> {
  if (Number(c.req.header('content-length') ?? 0) > most) throw new Refused('too-large');
  const text = await c.req.text();
  if (text.length > most) throw new Refused('too-large');
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
