import type { Context, MiddlewareHandler } from 'hono';
import { goOn, page, wantsJson } from '#http/answers.ts';
import { secretCookie } from '#http/cookies.ts';
import { readFieldsAndFiles, type Upload } from '#http/fields.ts';
import { sayIn } from '#i18n/messages.ts';
import { instantAfter } from '#lib/instant.ts';
import { deviceOf } from '#people/device.ts';
import { SignInPage } from '#people/pages/sign-in-page.tsx';
import { signInPath } from '#people/paths.ts';
import type { Person } from '#people/person.ts';
import {
  endSessionOf,
  findSession,
  keepSession,
  type Session,
  sessionDays,
  startSession,
} from '#people/sessions.ts';
import type { Site } from '#schema/site.ts';

export type PersonEnv = { Variables: { person: Person; session: Session } };

// Lax: a link in a mail or a messenger finds its reader signed in.
const cookie = secretCookie('snowdrop', sessionDays * 24 * 60 * 60, 'Lax');

/** Who is signed in with this request, asked of the database each time. */
export async function whoIs(
  c: Context,
  site: Site,
): Promise<{ person: Person; session: Session } | undefined> {
  const secret = cookie.read(c, site);
  if (!secret) return undefined;
  const now = site.now();
  const found = await findSession(site.database.reader, secret, now);
  if (!found) return undefined;
  if (found.session.lastSeenAt < instantAfter(now, { hours: -1 })) {
    await site.database.write((tx) => keepSession(tx, found.session.id, now));
    cookie.put(c, site, secret);
  }
  return found;
}

/** Signs a person in on this device: always with a new session, and the one before it ends. */
export async function signIn(c: Context, site: Site, personId: string): Promise<void> {
  const before = cookie.read(c, site);
  const device = deviceOf(c.req.header('user-agent'));
  const secret = await site.database.write(async (tx) => {
    if (before) await endSessionOf(tx, before);
    return startSession(tx, personId, device, site.now());
  });
  cookie.put(c, site, secret);
}

/** Signs out on this device, if anybody is signed in there; the browser forgets what it kept of the site. */
export async function signOut(c: Context, site: Site): Promise<void> {
  const secret = cookie.read(c, site);
  if (secret) await site.database.write((tx) => endSessionOf(tx, secret));
  cookie.forget(c, site);
  // No words may stay behind on a shared computer (W3C Clear Site Data).
  c.header('clear-site-data', '"storage"');
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
    const path = pathname + search.replaceAll('\\', '%5C');
    if (c.req.method === 'GET' || c.req.method === 'HEAD') {
      return goOn(c, `${signInPath}?to=${encodeURIComponent(path)}`);
    }
    const { fields, taken } = await readFieldsAndFiles(c, letGo);
    const kept = { path, fields, files: taken.length };
    return page(c, <SignInPage say={sayIn('en')} kept={kept} mailLeaves={site.mailer.leaves} />, 401);
  };
}

/** A photograph cannot wait in a page: it is read past, so that the words after it arrive. */
async function letGo({ stream }: Upload): Promise<void> {
  for await (const _ of stream);
}
