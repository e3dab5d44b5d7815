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

/** Of what pages of others show in a frame: it looks like ours, does nothing, and sends nothing. */
const framedPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  'frame-ancestors *',
  "require-trusted-types-for 'script'",
].join('; ');

type FramedEnv = { Variables: { isFramed?: true } };

/** Lets pages of others show this one answer in a frame. Every other answer refuses that. */
export function letOthersFrame(c: Context): void {
  (c as Context<FramedEnv>).set('isFramed', true);
}

/** What every answer carries: nothing from elsewhere, no sniffing, no framing unless it says so (CSP Level 3). */
export function securityHeaders(url: string): MiddlewareHandler<FramedEnv> {
  const https = url.startsWith('https:');
  return async (c, next) => {
    await next();
    const headers = c.res.headers;
    const { isFramed = false } = c.var;
    headers.set('content-security-policy', isFramed ? framedPolicy : policy);
    headers.set('x-content-type-options', 'nosniff');
    if (!isFramed) headers.set('x-frame-options', 'DENY');
    headers.set('cross-origin-opener-policy', 'same-origin');
    if (!headers.has('cross-origin-resource-policy'))
      headers.set('cross-origin-resource-policy', isFramed ? 'cross-origin' : 'same-origin');
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

/** What visitors do: no cache keeps that either. */
export const actsSpace: MiddlewareHandler = async (c, next) => {
  await next();
  c.header('cache-control', 'no-store');
};

/** The public space: browsers ask again each time, shared caches keep it for five seconds. */
export const publicSpace: MiddlewareHandler = async (c, next) => {
  await next();
  if (!c.res.headers.has('cache-control'))
    c.header('cache-control', 'public, max-age=0, must-revalidate, s-maxage=5');
};
