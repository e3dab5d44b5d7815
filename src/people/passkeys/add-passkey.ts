import type {
  PublicKeyCredentialCreationOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { keepChallenge, listPasskeys, savePasskey, useChallenge } from '#people/passkeys/passkeys.ts';
import type { Person } from '#people/person.ts';
import { type CredentialForm, relyingParty } from '#people/passkeys/relying-party.ts';
import { webAuthn } from '#people/passkeys/web-authn.ts';
import type { Site } from '#schema/site.ts';

/** What a browser needs to make a discoverable passkey, and the secret of the challenge it must answer. */
export async function offerPasskey(
  site: Site,
  person: Person,
): Promise<{ secret: string; options: PublicKeyCredentialCreationOptionsJSON }> {
  const known = await listPasskeys(site.database.reader, person.id);
  const options = await (
    await webAuthn()
  ).generateRegistrationOptions({
    rpName: 'Snowdrop',
    rpID: relyingParty(site).id,
    userID: new TextEncoder().encode(person.id),
    userName: person.email ?? person.name,
    userDisplayName: person.name,
    attestationType: 'none',
    excludeCredentials: known.map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
  });
  const secret = await site.database.write((tx) =>
    keepChallenge(tx, options.challenge, { ceremony: 'adding', personId: person.id }, site.now()),
  );
  return { secret, options };
}

/**
 * Adds a passkey that answers its challenge (WebAuthn Level 3, § 7.1). Answers its id, or nothing when it
 * is for another site, another person or another challenge, or is known already.
 */
export async function addPasskey(
  site: Site,
  person: Person,
  secret: string,
  answer: { credential: CredentialForm; name: string },
): Promise<string | undefined> {
  const now = site.now();
  const challenge = await site.database.write((tx) =>
    useChallenge(tx, secret, { ceremony: 'adding', personId: person.id }, now),
  );
  if (challenge === undefined) return undefined;
  const { id, origin } = relyingParty(site);
  const checked = await (
    await webAuthn()
  )
    .verifyRegistrationResponse({
      response: answer.credential as unknown as RegistrationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: false,
      // The library throws on whatever is wrong with an answer.
    })
    .catch(() => undefined);
  if (!checked?.verified) return undefined;
  const { credential } = checked.registrationInfo;
  const passkey = {
    id: credential.id,
    personId: person.id,
    publicKey: credential.publicKey,
    counter: credential.counter,
    transports: credential.transports ?? [],
  };
  const saved = await site.database.write((tx) => savePasskey(tx, passkey, answer.name, now));
  return saved ? credential.id : undefined;
}
