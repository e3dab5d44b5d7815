import type { Reader, Tx } from '#schema/database.ts';
import { instantAfter } from '#lib/instant.ts';
import { hashSecret, newSecret } from '#lib/secret.ts';

/** A passkey as its owner sees it. */
export type Passkey = { id: string; name: string; createdAt: string; lastUsedAt: string | undefined };

/** What is checked when a passkey is used (WebAuthn Level 3); `publicKey` is a COSE key. */
export type PasskeyCredential = {
  id: string;
  personId: string;
  publicKey: Uint8Array<ArrayBuffer>;
  counter: number;
  transports: string[];
};

/** What a challenge is for. One that anybody signed in may ask for must add no passkey. */
export type Ceremony = 'signing-in' | 'adding' | 'confirming';

const challengeMinutes = 5;

export async function listPasskeys(db: Reader, personId: string): Promise<Passkey[]> {
  const rows = await db
    .selectFrom('passkey')
    .select(['id', 'name', 'created_at', 'last_used_at'])
    .where('person_id', '=', personId)
    .orderBy('created_at')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at ?? undefined,
  }));
}

export async function findCredential(db: Reader, id: string): Promise<PasskeyCredential | undefined> {
  const row = await db
    .selectFrom('passkey')
    .select(['id', 'person_id', 'public_key', 'counter', 'transports'])
    .where('id', '=', id)
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      personId: row.person_id,
      publicKey: new Uint8Array(Buffer.from(row.public_key, 'base64url')),
      counter: row.counter,
      transports: JSON.parse(row.transports) as string[],
    }
  );
}

/** Keeps a new passkey. Answers false when one with its id is known already. */
export async function savePasskey(
  tx: Tx,
  credential: PasskeyCredential,
  name: string,
  now: string,
): Promise<boolean> {
  if (await findCredential(tx, credential.id)) return false;
  await tx
    .insertInto('passkey')
    .values({
      id: credential.id,
      person_id: credential.personId,
      public_key: Buffer.from(credential.publicKey).toString('base64url'),
      counter: credential.counter,
      transports: JSON.stringify(credential.transports),
      name,
      created_at: now,
      last_used_at: null,
    })
    .execute();
  return true;
}

/** Notes that a passkey was used. Answers false when its owner removed it meanwhile. */
export async function noteUse(tx: Tx, id: string, counter: number, now: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('passkey')
    .set({ counter, last_used_at: now })
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** Names a passkey. One of somebody else's keeps its name. */
export async function namePasskey(tx: Tx, personId: string, id: string, name: string): Promise<void> {
  await tx
    .updateTable('passkey')
    .set({ name })
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .execute();
}

/** Takes a passkey away. Answers false when that was done before, or when it is somebody else's. */
export async function removePasskey(tx: Tx, personId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('passkey')
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return numDeletedRows === 1n;
}

/** Keeps a challenge for five minutes. Answers the secret for the cookie of the browser that asked. */
export async function keepChallenge(
  tx: Tx,
  challenge: string,
  { ceremony, personId }: { ceremony: Ceremony; personId: string | undefined },
  now: string,
): Promise<string> {
  const secret = newSecret();
  const expiresAt = instantAfter(now, { minutes: challengeMinutes });
  await tx.deleteFrom('passkey_challenge').where('expires_at', '<', now).execute();
  await tx
    .insertInto('passkey_challenge')
    .values({
      id: challengeId(ceremony, secret),
      challenge,
      person_id: personId ?? null,
      expires_at: expiresAt,
    })
    .execute();
  return secret;
}

/**
 * The challenge that a browser was given for this ceremony, for this person or for nobody yet. It counts
 * once, whatever the answer is.
 */
export async function useChallenge(
  tx: Tx,
  secret: string,
  { ceremony, personId }: { ceremony: Ceremony; personId: string | undefined },
  now: string,
): Promise<string | undefined> {
  const row = await tx
    .deleteFrom('passkey_challenge')
    .where('id', '=', challengeId(ceremony, secret))
    .where('expires_at', '>', now)
    .returning(['challenge', 'person_id'])
    .executeTakeFirst();
  return row && row.person_id === (personId ?? null) ? row.challenge : undefined;
}

function challengeId(ceremony: Ceremony, secret: string): string {
  return hashSecret(`${ceremony} ${secret}`);
}
