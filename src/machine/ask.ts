import type { z } from 'zod';

const patience = 60_000;
/** DeepL takes fifty texts and 128 kB at once; what is around them needs some of it. */
const mostTexts = 50;
const mostBytes = 100_000;

/** What a machine answered, or the status with which it would not. Status 0: nobody answered, or nothing of that shape. */
export type Asked<T> = { answer: T } | { status: number };

/** Asks a machine for JSON. What is sent and answered is written into no log. */
export async function ask<T extends z.ZodType>(
  url: string,
  shape: T,
  { headers = {}, body }: { headers?: Record<string, string>; body?: unknown } = {},
): Promise<Asked<z.output<T>>> {
  try {
    const response = await fetch(url, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: body === undefined ? null : JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
    if (!response.ok) return { status: response.status };
    const read = shape.safeParse(await response.json());
    return read.success ? { answer: read.data } : { status: 0 };
  } catch {
    return { status: 0 };
  }
}

/** Texts in as many parts as a machine takes at once; nothing where one of them alone is too much. */
export function inBatches(texts: readonly string[]): string[][] | undefined {
  const batches: string[][] = [];
  let bytes = 0;
  for (const text of texts) {
    const length = Buffer.byteLength(JSON.stringify(text));
    if (length > mostBytes) return undefined;
    const last = batches.at(-1);
    if (last && last.length < mostTexts && bytes + length <= mostBytes) {
      last.push(text);
      bytes += length;
    } else {
      batches.push([text]);
      bytes = length;
    }
  }
  return batches;
}
