import type { Context } from 'hono';

/** JSX of a page; a component that waits renders to a promise. */
type Rendered = { toString(): string | Promise<string> };

/** A rendered page. */
export async function page(
  c: Context,
  content: Rendered,
  status: 200 | 401 | 404 | 403 | 413 | 422 | 409 | 410 | 429 | 500 | 507 = 200,
): Promise<Response> {
  return c.html(`<!doctype html>${await content.toString()}`, status);
}

/** After a form was taken: the browser goes on by GET (RFC 9110, 303 See Other). */
export function goOn(c: Context, path: string): Response {
  return c.redirect(path, 303);
}

/** Whether a script of ours asks, and wants JSON instead of a page. */
export function wantsJson(c: Context): boolean {
  return (c.req.header('accept') ?? '').startsWith('application/json');
}
