import type { Context } from 'hono';
import type { z } from 'zod';
import { readBody } from '#http/body.ts';
import type { FieldError } from '#http/forms.ts';
import { Refused } from '#http/refusals.ts';

const ordinary = 64 * 1024;

/** Reads what was sent as JSON (RFC 8259). Refuses more than `most` bytes (64 kB) and any other shape. */
export async function readJson<T extends z.ZodType>(
  c: Context,
  schema: T,
  most = ordinary,
): Promise<z.output<T>> {
  const read = schema.safeParse(parsed(await readText(c, most)));
  if (!read.success) throw new Refused('unreadable');
  return read.data;
}

/** What is wrong with what was sent: with the whole of it (`''`), or with a member. */
export type JsonErrors = Readonly<Record<string, FieldError>>;

/**
 * The same for members that are all text, and one that must be there where it is `required`. Instead of
 * refusing another shape it says what is wrong, member by member.
 */
export async function readJsonTexts<Name extends string>(
  c: Context,
  names: Readonly<Record<Name, 'required' | 'optional'>>,
  most = ordinary,
): Promise<{ texts: Partial<Record<Name, string>> } | { errors: JsonErrors }> {
  const sent = parsed(await readText(c, most));
  if (sent === undefined) return { errors: { '': { key: 'error.json' } } };
  if (!isObject(sent)) return { errors: { '': { key: 'error.json-object' } } };
  const errors = new Map<string, FieldError>();
  for (const [name, needed] of Object.entries<string>(names)) {
    const one = sent[name];
    if (one === undefined && needed === 'required') errors.set(name, { key: 'error.missing' });
    else if (one !== undefined && typeof one !== 'string') errors.set(name, { key: 'error.json-text' });
  }
  // Somebody who misspelt a name is told of it; nobody is sent back a megabyte of them.
  const unknown = Object.keys(sent).filter((name) => !Object.hasOwn(names, name));
  for (const name of unknown.slice(0, mostUnknown))
    errors.set(name.slice(0, longestName), {
      key: 'error.json-unknown',
      values: { known: Object.keys(names).join(', ') },
    });
  return errors.size > 0
    ? { errors: Object.fromEntries(errors) }
    : { texts: sent as Partial<Record<Name, string>> };
}

const isObject = (sent: unknown): sent is Record<string, unknown> =>
  typeof sent === 'object' && sent !== null && !Array.isArray(sent);

const mostUnknown = 5;
const longestName = 100;

async function readText(c: Context, most: number): Promise<string> {
  if (Number(c.req.header('content-length') ?? 0) > most) throw new Refused('too-large');
  return (await readBody(c, most)).toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
