import { createPublicKey, verify } from 'node:crypto';
import { z } from 'zod';
import { sha256Of } from '#lib/exact-text.ts';
import type { Statement } from '#words/statement.ts';

/** A saved file of exact words (docs/words.md), as far as checking it needs. */
const savedWords = z.object({
  snowdrop: z.literal('words/1'),
  words: z.array(z.looseObject({ text: z.string(), signature: z.string() })).min(1),
});
const savedKey = z.looseObject({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string(),
  kid: z.string().optional(),
});
const savedKeys = z.object({ keys: z.array(savedKey).min(1) });
const header = z.object({ alg: z.literal('EdDSA'), kid: z.string() });
const statement = z.looseObject({
  iss: z.string(),
  url: z.string(),
  title: z.string(),
  language: z.string(),
  version: z.number(),
  signed: z.array(z.string()),
  published: z.string(),
  sha256: z.string(),
});

type Told = Pick<
  Statement,
  'iss' | 'url' | 'title' | 'language' | 'version' | 'signed' | 'published' | 'sha256'
>;

/** What became of the words in one language and version: right, or what is wrong with them. */
export type Checked =
  | { right: true; says: Told }
  | { right: false; wrong: 'no-signature' | 'signature' | 'text' }
  | { right: false; wrong: 'unknown-key'; key: string }
  /** The file says something else beside the signature than what was signed. */
  | { right: false; wrong: 'members'; members: string[]; says: Told };

/** A public key by its name; one that was named alone has none and fits every name. */
export type KnownKey = { kid: string | undefined; x: string };

export type SavedWords = z.infer<typeof savedWords>;

/** Reads a saved file; nothing where it is no file of exact words. */
export const readSavedWords = (json: unknown): SavedWords | undefined => savedWords.safeParse(json).data;

/** Reads a saved set of keys (RFC 7517); nothing where it holds no key of this kind. */
export const readSavedKeys = (json: unknown): KnownKey[] | undefined =>
  savedKeys.safeParse(json).data?.keys.map(({ kid, x }) => ({ kid, x }));

/**
 * Checks each of the words of a saved file by these keys alone: its JSON Web Signature (RFC 7515) by Ed25519
 * (RFC 8037), that the text has the SHA-256 that was signed, and that the file says beside it what was signed.
 */
export function verifyWords({ words }: SavedWords, keys: readonly KnownKey[]): Checked[] {
  return words.map(({ text, signature, ...beside }) => {
    const [first = '', payload = '', mark = '', ...more] = signature.split('.');
    const head = header.safeParse(jsonIn(first)).data;
    const signed = statement.safeParse(jsonIn(payload)).data;
    if (!head || !signed || more.length > 0) return { right: false, wrong: 'no-signature' };
    const fitting = keys.filter(({ kid }) => kid === undefined || kid === head.kid);
    if (fitting.length === 0) return { right: false, wrong: 'unknown-key', key: head.kid };
    const bytes = Buffer.from(`${first}.${payload}`);
    if (!fitting.some(({ x }) => isSignedBy(x, bytes, Buffer.from(mark, 'base64url'))))
      return { right: false, wrong: 'signature' };
    if (sha256Of(text) !== signed.sha256) return { right: false, wrong: 'text' };
    const { current: _, ...told } = beside;
    const members = Object.keys({ ...signed, ...told }).filter(
      (name) => JSON.stringify(signed[name]) !== JSON.stringify(told[name]),
    );
    if (members.length > 0) return { right: false, wrong: 'members', members, says: signed };
    return { right: true, says: signed };
  });
}

function isSignedBy(x: string, bytes: Buffer, mark: Buffer): boolean {
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    return verify(null, bytes, key, mark);
  } catch {
    return false;
  }
}

function jsonIn(encoded: string): unknown {
  try {
    return JSON.parse(Buffer.from(encoded, 'base64url').toString());
  } catch {
    return undefined;
  }
}
