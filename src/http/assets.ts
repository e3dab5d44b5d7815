import { readdirSync, readFileSync } from 'node:fs';
import { Hono } from 'hono';
import { NotFound } from '#http/refusals.ts';

const types: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};

/** Built styles, scripts and fonts. Their names hold a hash of what is in them, so they are kept for a year. */
export function assetRoutes(): Hono {
  const folder = new URL('../../build/assets/', import.meta.url);
  const files = new Map<string, { type: string; bytes: Uint8Array<ArrayBuffer> }>();
  for (const name of readdirSync(folder)) {
    const type = types[name.split('.').at(-1) ?? ''];
    if (type) files.set(name, { type, bytes: new Uint8Array(readFileSync(new URL(name, folder))) });
  }
  const routes = new Hono();
  routes.get('/assets/:name', (c) => {
    const file = files.get(c.req.param('name'));
    // Whoever asks for little data reads in the letters their device has.
    const spares = c.req.header('save-data') === 'on' && file?.type === 'font/woff2';
    if (!file || spares) return c.body(null, 404, { 'cache-control': 'no-store', vary: 'Save-Data' });
    return c.body(file.bytes, 200, {
      'content-type': file.type,
      'cache-control': 'public, max-age=31536000, immutable',
    });
  });
  routes.get('/favicon.ico', () => {
    throw new NotFound();
  });
  routes.get('/robots.txt', (c) =>
    c.text('User-agent: *\nDisallow: /home\nDisallow: /with\nDisallow: /to\nDisallow: /sign-in\n'),
  );
  return routes;
}
