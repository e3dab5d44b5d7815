import { randomUUIDv7 } from 'node:crypto';
import type { Person } from '#people/person.ts';
import { instantAfter } from '#lib/instant.ts';
import { hashSecret, newSecret } from '#lib/secret.ts';
import type { Reader, Tx } from '#schema/database.ts';

/** One browser that is signed in. `device` is a few plain words: “Safari on an iPhone”. */
export type Session = { id: string; device: string; createdAt: string; lastSeenAt: string };

export const sessionDays = 90;

/** Signs a person in on a device. Answers the secret for the cookie; only its hash is kept. */
export async function startSession(tx: Tx, personId: string, device: string, now: string): Promise<string> {
  const secret = newSecret();
  await tx.deleteFrom('session').where('person_id', '=', personId).where('expires_at', '<=', now).execute();
  await tx
    .insertInto('session')
    .values({
      id: randomUUIDv7(),
      token_hash: hashSecret(secret),
      person_id: personId,
      device,
      created_at: now,
      last_seen_at: now,
      expires_at: instantAfter(now, { days: sessionDays }),
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
      'session.device',
      'session.created_at',
      'session.last_seen_at',
      'person.id as person_id',
      'person.name',
      'person.email',
    ])
    .where('session.token_hash', '=', hashSecret(secret))
    .where('session.expires_at', '>', now)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    session: sessionFrom(row),
    person: { id: row.person_id, name: row.name, email: row.email ?? undefined },
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

/** The open sessions of a person, the latest in use first. */
export async function listSessions(db: Reader, personId: string, now: string): Promise<Session[]> {
  const rows = await db
    .selectFrom('session')
    .select(['id', 'device', 'created_at', 'last_seen_at'])
    .where('person_id', '=', personId)
    .where('expires_at', '>', now)
    .orderBy('last_seen_at', 'desc')
    .execute();
  return rows.map(sessionFrom);
}

/** Ends one session of a person, at once. One of somebody else's stays. */
export async function endSession(tx: Tx, personId: string, id: string): Promise<void> {
  await tx.deleteFrom('session').where('person_id', '=', personId).where('id', '=', id).execute();
}

/** Ends the session that a cookie's secret belongs to, whosever it is. */
export async function endSessionOf(tx: Tx, secret: string): Promise<void> {
  await tx.deleteFrom('session').where('token_hash', '=', hashSecret(secret)).execute();
}

/** Ends all sessions of a person but one. */
export async function endOtherSessions(tx: Tx, personId: string, keptId: string): Promise<void> {
  await tx.deleteFrom('session').where('person_id', '=', personId).where('id', '!=', keptId).execute();
}

function sessionFrom(row: { id: string; device: string; created_at: string; last_seen_at: string }): Session {
  return { id: row.id, device: row.device, createdAt: row.created_at, lastSeenAt: row.last_seen_at };
}
