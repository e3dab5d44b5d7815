import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

type Made = {
  id: string;
  rawId: string;
  type: 'public-key';
  clientExtensionResults: object;
  response: Record<string, unknown>;
};

const sha256 = (bytes: string | Buffer): Buffer => createHash('sha256').update(bytes).digest();
const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

const userPresent = 0x01;
const userVerified = 0x04;
const attested = 0x40;

/**
 * A device with one passkey, as WebAuthn Level 3 describes it: an ES256 key of its own, a counter, and
 * attestation “none”. It signs whatever it is asked, for whatever site it believes to be on.
 */
export function authenticator(site: { origin: string; id: string }) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const id = randomBytes(32);
  let counter = 0;

  const data = (flags: number, more: Buffer = Buffer.alloc(0)): Buffer => {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(++counter);
    return Buffer.concat([sha256(site.id), Buffer.from([flags]), count, more]);
  };
  const client = (type: 'webauthn.create' | 'webauthn.get', challenge: string): Buffer =>
    Buffer.from(JSON.stringify({ type, challenge, origin: site.origin, crossOrigin: false }));
  const made = (response: Record<string, unknown>): Made => ({
    id: base64url(id),
    rawId: base64url(id),
    type: 'public-key',
    clientExtensionResults: {},
    response,
  });

  return {
    id: base64url(id),
    /** Sets the counter back, as a copied key would. */
    rewind: (): void => void (counter = 0),

    /** `navigator.credentials.create()`, answered as its `toJSON()` does. */
    create(options: { challenge: string }): Made {
      // RFC 9053: 1 kty EC2, 3 alg ES256, -1 crv P-256, -2 x, -3 y
      const key = cborMap(
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x, 'base64url')],
        [-3, Buffer.from(y, 'base64url')],
      );
      const length = Buffer.alloc(2);
      length.writeUInt16BE(id.length);
      const authData = data(
        userPresent | userVerified | attested,
        Buffer.concat([Buffer.alloc(16), length, id, key]),
      );
      const attestation = cborMap(
        ['fmt', 'none'],
        ['attStmt', new Map<string, never>()],
        ['authData', authData],
      );
      return made({
        clientDataJSON: base64url(client('webauthn.create', options.challenge)),
        attestationObject: base64url(attestation),
        transports: ['internal'],
      });
    },

    /** `navigator.credentials.get()` with a discoverable passkey of the person whose id is `userHandle`. */
    get(options: { challenge: string }, userHandle: string): Made {
      const authenticatorData = data(userPresent | userVerified);
      const clientData = client('webauthn.get', options.challenge);
      return made({
        clientDataJSON: base64url(clientData),
        authenticatorData: base64url(authenticatorData),
        signature: base64url(
          sign('sha256', Buffer.concat([authenticatorData, sha256(clientData)]), privateKey),
        ),
        userHandle: base64url(Buffer.from(userHandle)),
      });
    },
  };
}

/** The little of CBOR (RFC 8949) that an attestation needs: small integers, text, bytes, maps. */
function cbor(value: number | string | Buffer | Map<string, never>): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string') return Buffer.concat([head(3, value.length), Buffer.from(value)]);
  if (value instanceof Map) return head(5, value.size);
  return Buffer.concat([head(2, value.length), value]);
}

function cborMap(...pairs: [number | string, number | string | Buffer | Map<string, never>][]): Buffer {
  return Buffer.concat([head(5, pairs.length), ...pairs.flatMap(([key, value]) => [cbor(key), cbor(value)])]);
}

function head(major: number, argument: number): Buffer {
  if (argument < 24) return Buffer.from([(major << 5) | argument]);
  if (argument < 256) return Buffer.from([(major << 5) | 24, argument]);
  return Buffer.from([(major << 5) | 25, argument >> 8, argument & 255]);
}
