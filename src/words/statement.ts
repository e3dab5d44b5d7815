import { sign } from 'node:crypto';
import type { TributeKind } from '#tributes/tribute.ts';
import type { SigningKey } from '#words/words-key.ts';

/**
 * What the site says of the words of one tribute in one language and version, and signs. The words
 * themselves stand in it as their SHA-256. Its members and their order are told in docs/words.md.
 */
export type Statement = {
  /** The site that says so. */
  iss: string;
  /** Where these words are cited. */
  url: string;
  tribute: string;
  kind: TributeKind;
  title: string;
  /** BCP 47. */
  language: string;
  version: number;
  /** Whether they stand as they were written; else somebody named translated them, from that version. */
  original: boolean;
  translator?: string;
  of?: number;
  signed: string[];
  /** When readers first had them: ISO 8601 in UTC. */
  published: string;
  /** Of the UTF-8 bytes of the words, in hexadecimal. */
  sha256: string;
};

const base64url = (text: string | Buffer): string => Buffer.from(text).toString('base64url');

/** Signs a statement: a JSON Web Signature in compact form (RFC 7515) by Ed25519 (RFC 8037). */
export function signStatement({ id, key }: SigningKey, statement: Statement): string {
  const header = base64url(JSON.stringify({ alg: 'EdDSA', kid: id }));
  const signed = `${header}.${base64url(JSON.stringify(statement))}`;
  return `${signed}.${base64url(sign(null, Buffer.from(signed), key))}`;
}
