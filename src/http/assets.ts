import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { Hono } from 'hono';
import { accepts } from 'hono/accepts';
import { NotFound } from '#http/refusals.ts';

const types: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  woff2: 'font/woff2',
};

type Asset = {
  type: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** Smaller, for who reads Brotli (RFC 7932); made when it is first asked for. */
  small?: Uint8Array<ArrayBuffer>;
};

/** Built styles, scripts and fonts. Their names hold a hash of what is in them, so they are kept for a year. */
export function assetRoutes(): Hono {
  const folder = new URL('../../build/assets/', import.meta.url);
  const files = new Map<string, Asset>();
  for (const name of readdirSync(folder)) {
    const type = types[name.split('.').at(-1) ?? ''];
    if (type) files.set(name, { type, bytes: new Uint8Array(readFileSync(new URL(name, folder))) });
  }
  const routes = new Hono();
  routes.get('/assets/:name', (c) => {
    const file = files.get(c.req.param('name'));
    if (!file) {
      // It may come with the next upgrade: nobody is to keep that it is not there.
      c.header('cache-control', 'no-store');
      throw new NotFound();
    }
    // Whoever asks for little data reads in the letters their device has.
    const spares = c.req.header('save-data') === 'on' && file.type === 'font/woff2';
    if (spares) return c.body(null, 404, { 'cache-control': 'no-store', vary: 'Save-Data' });
    const headers = {
      'content-type': file.type,
      'cache-control': 'public, max-age=31536000, immutable',
    };
    // A font is as small as it gets.
    const reads = accepts(c, { header: 'Accept-Encoding', supports: ['br'], default: '' });
    if (reads !== 'br' || file.type === 'font/woff2') return c.body(file.bytes, 200, headers);
    file.small ??= new Uint8Array(brotliCompressSync(file.bytes));
    return c.body(file.small, 200, { ...headers, 'content-encoding': 'br', vary: 'Accept-Encoding' });
  });
  routes.get('/favicon.ico', () => {
    throw new NotFound();
  });
  return routes;
}
