import { randomBytes } from 'node:crypto';

// Crockford's base 32: no letter that is taken for a figure, none that spells a word by chance.
const letters = '0123456789abcdefghjkmnpqrstvwxyz';
const lengthOfKey = 16;
const key = new RegExp(`^[${letters}]{${lengthOfKey}}$`);
const groups = /.{4}(?=.)/g;

/** A key that can be read out on the telephone: 80 random bits as four groups of four letters. */
export function newSpokenKey(): string {
  const drawn = [...randomBytes(lengthOfKey)].map((byte) => letters[byte % letters.length]);
  return drawn.join('').replace(groups, '$&-');
}

/**
 * A key as it was typed or heard, in the form it was made in: spaces, dashes and capitals do not matter,
 * an O is a zero, an I or L is a one. Nothing where it cannot be one.
 */
export function readSpokenKey(typed: string): string | undefined {
  const plain = typed
    .toLowerCase()
    .replaceAll(/[\s\p{Pd}._]/gu, '')
    .replaceAll('o', '0')
    .replaceAll(/[il]/g, '1');
  return key.test(plain) ? plain.replace(groups, '$&-') : undefined;
}
