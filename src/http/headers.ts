import type { Context, MiddlewareHandler } from 'hono';

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' blob: data:",
  "media-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

/** What every answer carries: nothing from elsewhere, no sniffing, no framing (CSP Level 3). */
export function securityHeaders(url: string): MiddlewareHandler {
  const https = url.startsWith('https:');
  return async (c, next) => {
    await next();
    const headers = c.res.headers;
    headers.set('content-security-policy', policy);
    headers.set('x-content-type-options', 'nosniff');
    headers.set('x-frame-options', 'DENY');
    headers.set('cross-origin-opener-policy', 'same-origin');
    headers.set('cross-origin-resource-policy', 'same-origin');
    headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
    if (!headers.has('referrer-policy')) headers.set('referrer-policy', 'strict-origin-when-cross-origin');
    if (https) headers.set('strict-transport-security', 'max-age=63072000; includeSubDomains');
  };
}

/** The private space: no cache keeps it, and no address of it travels to another site. */
export const privateSpace: MiddlewareHandler = async (c, next) => {
  keepPrivate(c);
  await next();
  keepPrivate(c);
};

function keepPrivate(c: Context): void {
  c.header('cache-control', 'private, no-store');
  c.header('referrer-policy', 'no-referrer');
}

/** The public space: browsers ask again each time, shared caches keep it for five seconds. */
export const publicSpace: MiddlewareHandler = async (c, next) => {
  await next();
  if (!c.res.headers.has('cache-control'))
    c.header('cache-control', 'public, max-age=0, must-revalidate, s-maxage=5');
};
