import { randomBytes } from 'node:crypto';
import { westernDigits } from '#lib/western-digits.ts';

// Crockford's base 32: no i, l, o or u, which a hand writes and an eye reads as something else.
const letters = '0123456789abcdefghjkmnpqrstvwxyz';
const paperLength = 4;
const secretLength = 16;
const plainCode = new RegExp(`^[${letters}]{${paperLength + secretLength}}$`);

const codesOnPaper = 10;

/**
 * The codes of one paper: four letters that all of them begin with, which tell papers apart, and sixteen
 * of its own for each, 80 random bits.
 */
export function newRecoveryCodes(): string[] {
  const paper = randomLetters(paperLength);
  return Array.from({ length: codesOnPaper }, () => paper + randomLetters(secretLength));
}

/** As it is written down: `7k3m-q9xt-2bwf-h4np-zr5c`. */
export function inGroups(code: string): string {
  return code.replace(/.{4}(?=.)/g, '$&-');
}

/** What somebody typed as a code, whatever its case, spaces, dashes and digits; nothing when it is none. */
export function readRecoveryCode(typed: string): string | undefined {
  const plain = westernDigits(typed.normalize('NFKC'))
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replaceAll('o', '0')
    .replace(/[il]/g, '1');
  return plainCode.test(plain) ? plain : undefined;
}

/** Which paper a code is from. It is no secret: tries against one paper are counted by it. */
export function paperOf(code: string): string {
  return code.slice(0, paperLength);
}

// 256 is a multiple of 32, so that each letter is as likely as any other.
function randomLetters(count: number): string {
  return Array.from(randomBytes(count), (byte) => letters[byte % letters.length]).join('');
}
