import type { Context, MiddlewareHandler } from 'hono';
import type { Viewer } from '#audiences/viewer.ts';
import { belongingOf } from '#families/belonging.ts';
import { dropLinkKeys, holdLinkKey, passLinkKeys } from '#families/link-keys.ts';
import { secretCookie } from '#http/cookies.ts';
import { newSecret } from '#lib/secret.ts';
import { requirePerson, speakingTo, whoIs } from '#people/signed-in.tsx';
import type { Site } from '#schema/site.ts';

export type ReaderEnv = { Variables: { viewer: Exclude<Viewer, { kind: 'nobody' }> } };

// As long as a browser keeps one (RFC 6265bis): whether a key still opens is asked of the database each time.
const daysKept = 400;
const keyring = secretCookie('snowdrop-keys', daysKept * 24 * 60 * 60, 'Lax');

/**
 * Lets those go on who were let in somewhere: people who are signed in, and whoever holds a key that still
 * opens something. What of it they may see is asked after that; everybody else is asked to sign in.
 */
export function requireReader(site: Site): MiddlewareHandler<ReaderEnv> {
  const askToSignIn = requirePerson(site);
  return async (c, next) => {
    const found = await whoIs(c, site);
    const holder = keyring.read(c, site);
    const belonging = await belongingOf(site.database.reader, {
      personId: found?.person.id,
      keys: holder === undefined ? undefined : { holder, now: site.now() },
    });
    if (found) c.set('viewer', { kind: 'person', id: found.person.id, ...belonging });
    else if (belonging.opens.size > 0) c.set('viewer', { kind: 'holder', opens: belonging.opens });
    else return askToSignIn(c as unknown as Parameters<typeof askToSignIn>[0], next);
    return found ? speakingTo(found.person, next) : next();
  };
}

/** This browser holds a key from now on, beside those that it held before; its cookie is new each time. */
export async function holdKey(c: Context, site: Site, key: { id: string }): Promise<void> {
  const before = keyring.read(c, site);
  const holder = newSecret();
  await site.database.write(async (tx) => {
    if (before) await passLinkKeys(tx, before, holder);
    await holdLinkKey(tx, holder, key, site.now());
  });
  keyring.put(c, site, holder);
}

/** This browser forgets its keys: on a computer that others use too. */
export async function forgetKeys(c: Context, site: Site): Promise<void> {
  const holder = keyring.read(c, site);
  if (holder) await site.database.write((tx) => dropLinkKeys(tx, holder));
  keyring.forget(c, site);
}
