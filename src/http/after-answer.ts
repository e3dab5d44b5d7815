import type { Context } from 'hono';
import type { ServerResponse } from 'node:http';
import { reportUnexpected } from '#lib/log.ts';

/** Does something once the answer has left, so that how long it takes tells the reader nothing. */
export function afterAnswer(c: Context, name: string, act: () => Promise<void>): void {
  const { outgoing } = (c.env ?? {}) as { outgoing?: ServerResponse };
  const run = (): void => void act().catch((error: unknown) => reportUnexpected(error, name));
  if (outgoing && !outgoing.closed) outgoing.once('close', run);
  else setImmediate(run);
}
