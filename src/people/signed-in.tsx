import type { Context, MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { goOn, page, wantsJson } from '#http/answers.ts';
import { readFields } from '#http/fields.ts';
import { sayIn } from '#i18n/messages.ts';
import { deviceOf } from '#people/device.ts';
import { keptForm, SignInPage } from '#people/pages/sign-in-page.tsx';
import type { Person } from '#people/person.ts';
import { signInPath } from '#people/paths.ts';
import { findSession, keepSession, type Session, sessionDays, startSession } from '#people/sessions.ts';
import type { Site } from '#schema/site.ts';

export type PersonEnv = { Variables: { person: Person; session: Session } };

// The prefix binds the cookie to this very host (RFC 6265bis); plain http on localhost cannot have it.
const cookieName = (site: Pick<Site, 'url'>): string => (isHttps(site) ? '__Host-snowdrop' : 'snowdrop');
const isHttps = ({ url }: Pick<Site, 'url'>): boolean => url.startsWith('https:');

/** Who is signed in with this request, asked of the database each time. */
export async function whoIs(c: Context, site: Site): Promise<{ person: Person; session: Session } | undefined> {
  const secret = getCookie(c, cookieName(site));
  if (!secret) return undefined;
  const now = site.now();
  const found = await findSession(site.database.reader, secret, now);
  if (!found) return undefined;
  const anHourAgo = Temporal.Instant.from(now).subtract({ hours: 1 }).toString();
  if (found.session.lastSeenAt < anHourAgo) {
    await site.database.write((tx) => keepSession(tx, found.session.id, now));
    putCookie(c, site, secret);
  }
  return found;
}

/** Signs a person in on this device, with a new session. */
export async function signIn(c: Context, site: Site, personId: string): Promise<void> {
  putCookie(c, site, await site.database.write((tx) => startSession(tx, personId, deviceOf(c), site.now())));
}

export function forgetCookie(c: Context, site: Site): void {
  deleteCookie(c, cookieName(site), { path: '/', secure: isHttps(site) });
}

/**
 * Lets only people who are signed in go on. A page asks them to sign in and then opens; a form that was
 * sent after the session had ended keeps every word that was typed through signing in.
 */
export function requirePerson(site: Site): MiddlewareHandler<PersonEnv> {
  return async (c, next) => {
    const found = await whoIs(c, site);
    if (found) {
      c.set('person', found.person);
      c.set('session', found.session);
      return next();
    }
    if (wantsJson(c)) return c.json({ error: sayIn('en')('sign-in.ended') }, 401);
    const { pathname, search } = new URL(c.req.url);
    if (c.req.method === 'GET' || c.req.method === 'HEAD') {
      return goOn(c, `${signInPath}?to=${encodeURIComponent(pathname + search)}`);
    }
    const fields = await readFields(c);
    const method = c.req.method === 'DELETE' ? '?_method=delete' : '';
    return page(c, <SignInPage say={sayIn('en')} kept={keptForm(`${pathname}${method}`, fields)} />, 401);
  };
}

function putCookie(c: Context, site: Site, secret: string): void {
  setCookie(c, cookieName(site), secret, {
    path: '/',
    httpOnly: true,
    secure: isHttps(site),
    sameSite: 'Lax',
    maxAge: sessionDays * 24 * 60 * 60,
  });
}
