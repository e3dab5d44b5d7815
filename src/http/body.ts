import type { Context } from 'hono';
import { Refused } from '#http/refusals.ts';

/**
 * The body of a request, as it came. Refuses more than `most` bytes while they arrive, whatever was said of
 * how many would come, and what is cut off on its way.
 */
export async function readBody(c: Context, most: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of c.req.raw.body ?? []) {
      bytes += chunk.byteLength;
      if (bytes > most) throw new Refused('too-large');
      chunks.push(chunk);
    }
  } catch (error) {
    // Whoever sent it has gone: that is no fault of ours.
    throw error instanceof Refused ? error : new Refused('unreadable');
  }
  return Buffer.concat(chunks);
}
