import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

type Site = { url: string };

/** A cookie with a secret in it, that no script reads and no other host gets. */
export type SecretCookie = {
  read(c: Context, site: Site): string | undefined;
  put(c: Context, site: Site, secret: string): void;
  forget(c: Context, site: Site): void;
};

export function secretCookie(base: string, seconds: number, sameSite: 'Lax' | 'Strict'): SecretCookie {
  const isHttps = ({ url }: Site): boolean => url.startsWith('https:');
  // The prefix binds it to this very host (RFC 6265bis); plain http on localhost cannot have it.
  const name = (site: Site): string => (isHttps(site) ? `__Host-${base}` : base);
  return {
    read: (c, site) => getCookie(c, name(site)),
    put(c, site, secret) {
      const secure = isHttps(site);
      setCookie(c, name(site), secret, { path: '/', httpOnly: true, secure, sameSite, maxAge: seconds });
    },
    forget(c, site) {
      deleteCookie(c, name(site), { path: '/', secure: isHttps(site) });
    },
  };
}
