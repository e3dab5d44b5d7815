import type { Context } from 'hono';

/** JSX of a page; a component that waits renders to a promise. */
type Rendered = { toString(): string | Promise<string> };

/** A rendered page. */
export async function page(
  c: Context,
  content: Rendered,
  status: 200 | 401 | 404 | 403 | 413 | 422 | 409 | 410 | 429 | 500 | 503 | 507 = 200,
): Promise<Response> {
  const html = `<!doctype html>${await content.toString()}`;
  if (html.length <= large) return c.html(html, status);
  return c.body(bytesInTurns(html), status, { 'content-type': 'text/html; charset=UTF-8' });
}

const large = 1_000_000;
const oneTurn = 200_000;

/** The bytes of a page of many megabytes: at once they would keep everybody else waiting. */
function bytesInTurns(html: string): ReadableStream {
  let from = 0;
  return new ReadableStream({
    pull(controller) {
      // Never between the halves of a letter.
      const isHalf = /[\ud800-\udbff]/.test(html.charAt(from + oneTurn - 1));
      const to = from + oneTurn + (isHalf ? 1 : 0);
      controller.enqueue(Buffer.from(html.slice(from, to)));
      from = to;
      if (from >= html.length) controller.close();
    },
  });
}

/** Says in which languages an answer is, that of the page around the words first (RFC 9110, 8.5). */
export function speaks(c: Context, ...languages: readonly string[]): void {
  c.header('content-language', [...new Set(languages)].join(', '));
}

/** After a form was taken: the browser goes on by GET (RFC 9110, 303 See Other). */
export function goOn(c: Context, path: string): Response {
  return c.redirect(path, 303);
}

/** Whether JSON is wanted instead of a page: a script of ours says so, and whoever sends JSON reads it. */
export function wantsJson(c: Context): boolean {
  return (c.req.header('accept') ?? '').startsWith('application/json') || sendsJson(c);
}

export function sendsJson(c: Context): boolean {
  return /^application\/json\b/i.test(c.req.header('content-type') ?? '');
}
