import { createHash, createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { Database, Reader, Tx } from '#schema/database.ts';

/** A public key as others read it: RFC 8037 (Ed25519), named by its thumbprint (RFC 7638). */
type PublicKey = {
  kty: 'OKP';
  crv: 'Ed25519';
  kid: string;
  x: string;
  alg: 'EdDSA';
  use: 'sig';
};
/** The key that the site signs with. */
export type SigningKey = { id: string; key: KeyObject };

/** Every public key of the site, the first one first: what an older one signed stays checkable. */
export async function listPublicKeys(db: Reader): Promise<PublicKey[]> {
  const rows = await db
    .selectFrom('words_key')
    .select(['id', 'public_key'])
    .orderBy('made_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => publicKey(row.id, row.public_key));
}

/** Makes the key of the site, once: asked at each start, so that nobody who reads has to write. */
export async function haveSigningKey({ write }: Database, now: string): Promise<void> {
  await write(async (tx) => {
    if (!(await find(tx).executeTakeFirst())) await make(tx, now);
  });
}

/** The key of the site, the same for every process. */
export async function signingKey(db: Reader): Promise<SigningKey> {
  const { id, public_key: x, private_key: d } = await find(db).executeTakeFirstOrThrow();
  return { id, key: createPrivateKey({ key: { kty: 'OKP', crv: 'Ed25519', x, d }, format: 'jwk' }) };
}

function publicKey(kid: string, x: string): PublicKey {
  return { kty: 'OKP', crv: 'Ed25519', kid, x, alg: 'EdDSA', use: 'sig' };
}

/** How a key is named: the SHA-256 of the members that it needs, in their order (RFC 7638). */
function thumbprintOf(x: string): string {
  return createHash('sha256')
    .update(JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x }))
    .digest('base64url');
}

function find(db: Reader) {
  return db.selectFrom('words_key').selectAll().orderBy('made_at', 'desc').orderBy('id', 'desc').limit(1);
}

async function make(tx: Tx, now: string): Promise<void> {
  const { x = '', d = '' } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  const row = { id: thumbprintOf(x), public_key: x, private_key: d, made_at: now };
  await tx.insertInto('words_key').values(row).execute();
}
