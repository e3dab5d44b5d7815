import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import { findCredential, keepChallenge, noteUse, useChallenge } from '#people/passkeys.ts';
import { type CredentialForm, relyingParty } from '#people/relying-party.ts';
import { webAuthn } from '#people/web-authn.ts';
import type { Site } from '#schema/site.ts';

/** What a browser needs to offer the passkeys it has for this site, and the secret of the challenge. */
export async function askForPasskey(
  site: Site,
): Promise<{ secret: string; options: PublicKeyCredentialRequestOptionsJSON }> {
  const options = await (
    await webAuthn()
  ).generateAuthenticationOptions({
    rpID: relyingParty(site).id,
    userVerification: 'preferred',
  });
  const secret = await site.database.write((tx) =>
    keepChallenge(tx, options.challenge, undefined, site.now()),
  );
  return { secret, options };
}

/** Whom a passkey's answer to its challenge lets in, if anybody (WebAuthn Level 3, § 7.2). */
export async function signInByPasskey(
  site: Site,
  secret: string,
  answer: CredentialForm,
): Promise<string | undefined> {
  const now = site.now();
  const challenge = await site.database.write((tx) => useChallenge(tx, secret, undefined, now));
  const passkey = await findCredential(site.database.reader, answer.id);
  if (challenge === undefined || !passkey || !isFor(passkey.personId, answer)) return undefined;
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

// The authenticator says whose passkey it used; it must be who we know it belongs to (§ 7.2, step 6).
function isFor(personId: string, { response }: CredentialForm): boolean {
  const { userHandle } = response;
  return typeof userHandle === 'string' && Buffer.from(userHandle, 'base64url').toString() === personId;
}
