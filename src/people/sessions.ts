import { randomUUIDv7 } from 'node:crypto';
import type { Person } from '#people/person.ts';
import { instantAfter } from '#lib/instant.ts';
import { hashSecret, newSecret } from '#lib/secret.ts';
import type { Device } from '#people/devices/device.ts';
import { forgetBrowsers } from '#people/devices/known-browsers.ts';
import type { Reader, Tx } from '#schema/database.ts';

/** One browser that is signed in. `confirmedAt` is when it was last proved who sits there: by signing in, or since. */
export type Session = {
  id: string;
  device: Device;
  createdAt: string;
  lastSeenAt: string;
  confirmedAt: string;
};

export const sessionDays = 90;

/**
 * Signs a person in on a device, in the browser with this mark, if it has one. Answers the secret for the
 * cookie; only its hash is kept.
 */
export async function startSession(
  tx: Tx,
  personId: string,
  device: Device,
  now: string,
  markHash?: string,
): Promise<string> {
  const secret = newSecret();
  await tx.deleteFrom('session').where('person_id', '=', personId).where('expires_at', '<=', now).execute();
  await tx
    .insertInto('session')
    .values({
      id: randomUUIDv7(),
      token_hash: hashSecret(secret),
      person_id: personId,
      browser: device.browser,
      machine: device.machine,
      created_at: now,
      last_seen_at: now,
      expires_at: instantAfter(now, { days: sessionDays }),
      confirmed_at: now,
      mark_hash: markHash ?? null,
    })
    .execute();
  return secret;
}

/** Who is signed in with a cookie's secret, if the session has not ended. */
export async function findSession(
  db: Reader,
  secret: string,
  now: string,
): Promise<{ session: Session; person: Person } | undefined> {
  const row = await db
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.person_id')
    .select([
      'session.id',
      'session.browser',
      'session.machine',
      'session.created_at',
      'session.last_seen_at',
      'session.confirmed_at',
      'person.id as person_id',
      'person.name',
      'person.email',
      'person.language',
    ])
    .where('session.token_hash', '=', hashSecret(secret))
    .where('session.expires_at', '>', now)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    session: sessionFrom(row),
    person: { id: row.person_id, name: row.name, email: row.email ?? undefined, language: row.language },
  };
}

/** Notes that a session is in use and lets it last another ninety days. */
export async function keepSession(tx: Tx, id: string, now: string): Promise<void> {
  await tx
    .updateTable('session')
    .set({ last_seen_at: now, expires_at: instantAfter(now, { days: sessionDays }) })
    .where('id', '=', id)
    .execute();
}

/**
 * Notes that it was proved who sits there. Answers a new secret for the cookie; the one before ends, so
 * that whoever copied it earlier has nothing of it (OWASP ASVS 5.0, 7.2.4).
 */
export async function confirmSession(tx: Tx, id: string, now: string): Promise<string> {
  const secret = newSecret();
  await tx
    .updateTable('session')
    .set({ token_hash: hashSecret(secret), confirmed_at: now })
    .where('id', '=', id)
    .execute();
  return secret;
}

/** The open sessions of a person, the latest in use first. */
export async function listSessions(db: Reader, personId: string, now: string): Promise<Session[]> {
  const rows = await db
    .selectFrom('session')
    .select(['id', 'browser', 'machine', 'created_at', 'last_seen_at', 'confirmed_at'])
    .where('person_id', '=', personId)
    .where('expires_at', '>', now)
    .orderBy('last_seen_at', 'desc')
    .execute();
  return rows.map(sessionFrom);
}

/** Ends one session of a person, at once. One of somebody else's stays. */
export async function endSession(tx: Tx, personId: string, id: string, now: string): Promise<void> {
  const ended = await tx
    .deleteFrom('session')
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .returning('mark_hash')
    .execute();
  await forgetEnded(tx, ended, now);
}

/** Ends the session that a cookie's secret belongs to, whosever it is. The browser stays known. */
export async function endSessionOf(tx: Tx, secret: string): Promise<void> {
  await tx.deleteFrom('session').where('token_hash', '=', hashSecret(secret)).execute();
}

/** Ends all sessions of a person, but the one that is kept, if any. */
export async function endSessions(
  tx: Tx,
  personId: string,
  keptId: string | undefined,
  now: string,
): Promise<void> {
  const ended = await tx
    .deleteFrom('session')
    .where('person_id', '=', personId)
    .where('id', '!=', keptId ?? '')
    .returning('mark_hash')
    .execute();
  await forgetEnded(tx, ended, now);
}

function forgetEnded(tx: Tx, ended: { mark_hash: string | null }[], now: string): Promise<void> {
  return forgetBrowsers(
    tx,
    ended.map((session) => session.mark_hash),
    now,
  );
}

function sessionFrom(row: {
  id: string;
  browser: string;
  machine: string;
  created_at: string;
  last_seen_at: string;
  confirmed_at: string;
}): Session {
  return {
    id: row.id,
    device: { browser: row.browser, machine: row.machine },
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    confirmedAt: row.confirmed_at,
  };
}
