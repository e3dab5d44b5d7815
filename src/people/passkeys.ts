import { randomUUIDv7 } from 'node:crypto';
import {
  type AuthenticationResponseJSON,
  type AuthenticatorTransport,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { Person } from '#people/person.ts';
import type { Reader, Tx } from '#schema/database.ts';
import type { Site } from '#schema/site.ts';

/** A passkey as its owner sees it. */
export type Passkey = { id: string; name: string; createdAt: string; lastUsedAt: string | undefined };

const challengeMinutes = 5;

export async function listPasskeys(db: Reader, personId: string): Promise<Passkey[]> {
  const rows = await db
    .selectFrom('passkey')
    .select(['id', 'name', 'created_at', 'last_used_at'])
    .where('person_id', '=', personId)
    .orderBy('created_at')
    .execute();
  return rows.map((row) => ({ id: row.id, name: row.name, createdAt: row.created_at, lastUsedAt: row.last_used_at ?? undefined }));
}

export async function removePasskey(tx: Tx, personId: string, id: string): Promise<void> {
  await tx.deleteFrom('passkey').where('person_id', '=', personId).where('id', '=', id).execute();
}

/** What a browser needs to make a passkey (WebAuthn Level 3), and the challenge it must answer. */
export async function offerPasskey(
  site: Site,
  person: Person,
): Promise<{ challengeId: string; options: PublicKeyCredentialCreationOptionsJSON }> {
  const known = await listPasskeys(site.database.reader, person.id);
  const options = await generateRegistrationOptions({
    rpName: 'Snowdrop',
    rpID: new URL(site.url).hostname,
    userID: new TextEncoder().encode(person.id),
    userName: person.email ?? person.name,
    userDisplayName: person.name,
    attestationType: 'none',
    excludeCredentials: known.map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
  });
  return { challengeId: await keepChallenge(site, options.challenge, person.id), options };
}

/** Adds a passkey that answers its challenge. Answers whether it did. */
export async function addPasskey(
  site: Site,
  person: Person,
  challengeId: string,
  response: RegistrationResponseJSON,
  name: string,
): Promise<boolean> {
  const now = site.now();
  const challenge = await site.database.write((tx) => useChallenge(tx, challengeId, now));
  if (challenge?.personId !== person.id) return false;
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response,
    expectedChallenge: challenge.challenge,
    expectedOrigin: site.url,
    expectedRPID: new URL(site.url).hostname,
    requireUserVerification: false,
  });
  if (!verified) return false;
  const { credential } = registrationInfo;
  await site.database.write((tx) =>
    tx
      .insertInto('passkey')
      .values({
        id: credential.id,
        person_id: person.id,
        public_key: Buffer.from(credential.publicKey).toString('base64url'),
        counter: credential.counter,
        transports: JSON.stringify(credential.transports ?? []),
        name,
        created_at: now,
        last_used_at: null,
      })
      .execute(),
  );
  return true;
}

/** What a browser needs to sign in with any passkey it has for this site. */
export async function askForPasskey(
  site: Site,
): Promise<{ challengeId: string; options: PublicKeyCredentialRequestOptionsJSON }> {
  const options = await generateAuthenticationOptions({
    rpID: new URL(site.url).hostname,
    userVerification: 'preferred',
  });
  return { challengeId: await keepChallenge(site, options.challenge, undefined), options };
}

/** Whom a passkey's answer to its challenge lets in, if anybody. */
export async function usePasskey(
  site: Site,
  challengeId: string,
  response: AuthenticationResponseJSON,
): Promise<string | undefined> {
  const now = site.now();
  const { challenge, passkey } = await site.database.write(async (tx) => ({
    challenge: await useChallenge(tx, challengeId, now),
    passkey: await tx.selectFrom('passkey').selectAll().where('id', '=', response.id).executeTakeFirst(),
  }));
  if (!challenge || challenge.personId !== undefined || !passkey) return undefined;
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge.challenge,
    expectedOrigin: site.url,
    expectedRPID: new URL(site.url).hostname,
    requireUserVerification: false,
    credential: {
      id: passkey.id,
      publicKey: new Uint8Array(Buffer.from(passkey.public_key, 'base64url')),
      counter: passkey.counter,
      transports: JSON.parse(passkey.transports) as AuthenticatorTransport[],
    },
  });
  if (!verified) return undefined;
  await site.database.write((tx) =>
    tx
      .updateTable('passkey')
      .set({ counter: authenticationInfo.newCounter, last_used_at: now })
      .where('id', '=', passkey.id)
      .execute(),
  );
  return passkey.person_id;
}

async function keepChallenge(site: Site, challenge: string, personId: string | undefined): Promise<string> {
  const now = site.now();
  const id = randomUUIDv7();
  const expiresAt = Temporal.Instant.from(now).add({ minutes: challengeMinutes }).toString();
  await site.database.write(async (tx) => {
    await tx.deleteFrom('passkey_challenge').where('expires_at', '<', now).execute();
    await tx
      .insertInto('passkey_challenge')
      .values({ id, challenge, person_id: personId ?? null, expires_at: expiresAt })
      .execute();
  });
  return id;
}

/** A challenge counts once, whatever the answer to it is. */
async function useChallenge(
  tx: Tx,
  id: string,
  now: string,
): Promise<{ challenge: string; personId: string | undefined } | undefined> {
  const row = await tx
    .deleteFrom('passkey_challenge')
    .where('id', '=', id)
    .where('expires_at', '>', now)
    .returning(['challenge', 'person_id'])
    .executeTakeFirst();
  return row && { challenge: row.challenge, personId: row.person_id ?? undefined };
}
