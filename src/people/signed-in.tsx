import { sayHere, speaking } from '#i18n/spoken.ts';
import { isLanguage } from '#i18n/languages.ts';
import type { Context, MiddlewareHandler } from 'hono';
import { goOn, page, wantsJson } from '#http/answers.ts';
import { secretCookie } from '#http/cookies.ts';
import { readFieldsAndFiles, type Upload } from '#http/fields.ts';
import { instantAfter } from '#lib/instant.ts';
import { newSecret } from '#lib/secret.ts';
import { type Device, deviceOf, deviceToTell } from '#people/devices/device.ts';
import type { KeptForm } from '#people/kept-form.ts';
import { markHashOf, noteBrowser } from '#people/devices/known-browsers.ts';
import { SignInPage } from '#people/pages/sign-in-page.tsx';
import { signInPath } from '#people/paths.ts';
import type { Person } from '#people/person.ts';
import {
  confirmSession,
  endSessions,
  endSessionOf,
  findSession,
  keepSession,
  type Session,
  sessionDays,
  startSession,
} from '#people/sessions.ts';
import type { Site } from '#schema/site.ts';

export type PersonEnv = { Variables: { person: Person; session: Session } };

const daySeconds = 24 * 60 * 60;
// Lax: a link in a mail or a messenger finds its reader signed in.
const cookie = secretCookie('snowdrop', sessionDays * daySeconds, 'Lax');
/** By what a browser is known again when somebody signs in. It lets nobody in. 400 days are the most a browser keeps. */
const markCookie = secretCookie('snowdrop-known', 400 * daySeconds, 'Strict');

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

/**
 * Signs a person in on this device: always with a new session, and the one before it ends. A browser that
 * they have not used before is told of by mail, unless what they signed in with is (`isTold`). Of somebody
 * `isNew` all other sessions end: a button that was pressed twice is one device.
 */
export async function signIn(
  c: Context,
  site: Site,
  personId: string,
  { isTold = false, isNew = false } = {},
): Promise<void> {
  const before = cookie.read(c, site);
  const mark = markCookie.read(c, site) ?? newSecret();
  const markHash = markHashOf(mark, personId);
  const device = deviceHere(c);
  const now = site.now();
  const secret = await site.database.write(async (tx) => {
    if (before) await endSessionOf(tx, before);
    if (isNew) await endSessions(tx, personId, undefined, now);
    const isUnknown = await noteBrowser(tx, personId, markHash, now);
    if (isUnknown && !isTold) await tx.record({ signedInAnew: `${personId} ${now} ${deviceToTell(device)}` });
    return startSession(tx, personId, device, now, markHash);
  });
  cookie.put(c, site, secret);
  markCookie.put(c, site, mark);
}

/** Notes that it was just proved who sits in front of this session. */
export async function confirmSignedIn(c: Context, site: Site, session: Session): Promise<void> {
  const secret = await site.database.write((tx) => confirmSession(tx, session.id, site.now()));
  cookie.put(c, site, secret);
}

/** The device that a request comes from. */
export function deviceHere(c: Context): Device {
  return deviceOf(c.req.header('user-agent'));
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
      return speakingTo(found.person, next);
    }
    if (wantsJson(c)) return c.json({ error: sayHere('sign-in.ended') }, 401);
    if (isLooking(c)) return goOn(c, `${signInPath}?to=${encodeURIComponent(askedPath(c))}`);
    const kept = await waitingForm(c);
    return page(c, <SignInPage say={sayHere} kept={kept} mailLeaves={site.mailer.leaves} />, 401);
  };
}

/** Goes on in the language that somebody reads in, if they have said. */
export function speakingTo<Result>({ language }: Person, work: () => Result): Result {
  return isLanguage(language) ? speaking(language, work) : work();
}

/** Whether a page is asked for, and not something done. */
export function isLooking(c: Context): boolean {
  return c.req.method === 'GET' || c.req.method === 'HEAD';
}

/** The path of a request, as one of our pages can carry it along. */
export function askedPath(c: Context): string {
  const { pathname, search } = new URL(c.req.url);
  return pathname + search.replaceAll('\\', '%5C');
}

/** Reads a form that has to wait until it is known who sent it. */
export async function waitingForm(c: Context): Promise<KeptForm> {
  const { fields, taken } = await readFieldsAndFiles(c, letGo, longestLetter);
  return { path: askedPath(c), fields, files: taken.length };
}

/** A letter of two million letters of any script, and what is asked around it. Nobody knows yet who sends it. */
const longestLetter = 8 * 1024 * 1024;

/** A photograph cannot wait in a page: it is read past, so that the words after it arrive. */
async function letGo({ stream }: Upload): Promise<void> {
  for await (const _ of stream);
}
