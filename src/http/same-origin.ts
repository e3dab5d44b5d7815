import type { Context, MiddlewareHandler } from 'hono';
import { Refused } from '#http/refusals.ts';

/** An unsafe request that reads no cookie and sets none, and what keeps it within bounds instead. */
export type WithoutCookie = { method: string; path: URLPattern; bounds: string };

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Lets an unsafe request through only when it comes from a page of this site: `Sec-Fetch-Site:
 * same-origin` (W3C Fetch Metadata), or an equal `Origin` where a browser does not send that header.
 * The content type does not matter: cross-site JSON is as forged as a cross-site form. What needs no cookie
 * comes from anywhere: nobody can be made to do it in their own name.
 */
export function sameOrigin(url: string, withoutCookie: readonly WithoutCookie[] = []): MiddlewareHandler {
  const { origin } = new URL(url);
  return async (c, next) => {
    if (!safe.has(c.req.method) && !withoutCookie.some(isAsked(c))) {
      const site = c.req.header('sec-fetch-site');
      // A page without a referrer sends `Origin: null` to its own site, so the first header decides where it is.
      const ours = site === undefined ? c.req.header('origin') === origin : site === 'same-origin';
      if (!ours) throw new Refused('cross-site');
    }
    await next();
  };
}

const isAsked =
  (c: Context) =>
  ({ method, path }: WithoutCookie): boolean =>
    c.req.method === method && path.test({ pathname: c.req.path });
