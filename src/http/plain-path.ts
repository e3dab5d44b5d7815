import type { MiddlewareHandler } from 'hono';
import { NotFound } from '#http/refusals.ts';

/** No address of ours holds NUL, so nothing is there; PostgreSQL would not even be asked. */
export const plainPath: MiddlewareHandler = (c, next) => {
  if (/%00|\0/.test(new URL(c.req.url).pathname)) throw new NotFound();
  return next();
};
