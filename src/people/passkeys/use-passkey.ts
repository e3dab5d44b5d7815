import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import {
  type Ceremony,
  findCredential,
  keepChallenge,
  listPasskeys,
  noteUse,
  useChallenge,
} from '#people/passkeys/passkeys.ts';
import { type CredentialForm, relyingParty } from '#people/passkeys/relying-party.ts';
import { webAuthn } from '#people/passkeys/web-authn.ts';
import type { Site } from '#schema/site.ts';

/**
 * What a browser needs to offer the passkeys it has for this site, or only those of the person who is
 * signed in (`personId`), and the secret of the challenge.
 */
export async function askForPasskey(
  site: Site,
  personId?: string,
): Promise<{ secret: string; options: PublicKeyCredentialRequestOptionsJSON }> {
  const own = personId === undefined ? [] : await listPasskeys(site.database.reader, personId);
  const options = await (
    await webAuthn()
  ).generateAuthenticationOptions({
    rpID: relyingParty(site).id,
    userVerification: 'preferred',
    ...(own.length > 0 ? { allowCredentials: own.map(({ id }) => ({ id })) } : {}),
  });
  const secret = await site.database.write((tx) =>
    keepChallenge(tx, options.challenge, ceremonyOf(personId), site.now()),
  );
  return { secret, options };
}

/**
 * Whose passkey answered its challenge, if anybody's (WebAuthn Level 3, § 7.2). A challenge that was for
 * one person (`personId`) takes no other's.
 */
export async function usePasskey(
  site: Site,
  secret: string,
  answer: CredentialForm,
  personId?: string,
): Promise<string | undefined> {
  const now = site.now();
  const challenge = await site.database.write((tx) => useChallenge(tx, secret, ceremonyOf(personId), now));
  const passkey = await findCredential(site.database.reader, answer.id);
  if (challenge === undefined || !passkey || !isFor(passkey.personId, answer, personId)) return undefined;
  const { id, origin } = relyingParty(site);
  const checked = await (
    await webAuthn()
  )
    .verifyAuthenticationResponse({
      response: answer as unknown as AuthenticationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: false,
      credential: passkey,
      // The library throws on whatever is wrong with an answer.
    })
    .catch(() => undefined);
  if (!checked?.verified) return undefined;
  const { newCounter } = checked.authenticationInfo;
  const used = await site.database.write((tx) => noteUse(tx, passkey.id, newCounter, now));
  return used ? passkey.personId : undefined;
}

function ceremonyOf(personId: string | undefined): { ceremony: Ceremony; personId: string | undefined } {
  return { ceremony: personId === undefined ? 'signing-in' : 'confirming', personId };
}

// The authenticator says whose passkey it used; it must be who we know it belongs to (§ 7.2, step 6). Asked
// for the passkeys of one person, it may leave that out.
function isFor(owner: string, { response }: CredentialForm, personId: string | undefined): boolean {
  if (personId !== undefined && personId !== owner) return false;
  const { userHandle } = response;
  if (typeof userHandle !== 'string') return personId !== undefined;
  return Buffer.from(userHandle, 'base64url').toString() === owner;
}
