import { createHash, randomBytes, randomInt } from 'node:crypto';

/** A secret to hand out once, 256 bits in base64url. Only its hash is kept. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a secret: SHA-256 in hexadecimal. Enough for 256 random bits; never for a password. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Six digits for another device. Guessing is bounded where it is asked for. */
export function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0');
}
