import { sha256Of } from '#lib/exact-text.ts';
import type { Signature, Words } from '#tributes/tribute.ts';

/** That somebody was asked to sign a tribute with its writer, and what they answered to those very words. */
export type Signing = Signature & {
  tributeId: string;
  askedAt: string;
  /** `sealOf` the words as they were shown. */
  sha256: string;
  answer: 'signed' | 'left' | undefined;
};

/** How somebody who is ticked stands to the words as they are now. */
export type Standing = 'signed' | 'asked' | 'left' | 'changed' | 'not-asked';

/**
 * SHA-256 of everything that stands above the names: the title, the text letter for letter, to whom,
 * where and what it is of, each photograph with its caption. Whoever signs agrees to all of it.
 */
export function sealOf({ title, text, addressee, place, keepsake, photographs }: Words): string {
  const placed = photographs.map((one) => [one.photographId, one.after, one.caption, one.alternative]);
  return sha256Of(JSON.stringify([title, text, addressee, place, keepsake, placed]));
}

/** An answer counts for the words it was given to, and for no others. */
export function standingOf(words: Words, signing: Signing | undefined): Standing {
  if (!signing) return 'not-asked';
  if (signing.sha256 === sealOf(words)) return signing.answer ?? 'asked';
  return signing.answer === 'signed' ? 'changed' : 'not-asked';
}

type Standings = {
  writerId: string;
  signings: readonly Signing[];
  /** What readers have: a name that stands there stands under the same words again. */
  current: Words | undefined;
};

/** The names that may stand under these words: the writer's, and those of whoever agreed to them. */
export function agreedTo(words: Words, { writerId, signings, current }: Standings): Signature[] {
  return words.signed.flatMap((signature) => {
    const { personId } = signature;
    if (personId === writerId) return [signature];
    const signing = signings.find((one) => one.personId === personId);
    const standing = standingOf(words, signing);
    if (signing && standing === 'signed') return [{ personId, as: signing.as }];
    const stands = current?.signed.find((one) => one.personId === personId);
    const isSame = stands && current && sealOf(current) === sealOf(words);
    return isSame && standing !== 'left' ? [stands] : [];
  });
}

/** The same words with the names of those who were asked to sign them and have not answered yet. */
export function withAsked(words: Words, signings: readonly Signing[]): Words {
  const asked = signings
    .filter((signing) => standingOf(words, signing) === 'asked')
    .filter(({ personId }) => !words.signed.some((one) => one.personId === personId))
    .map(({ personId, as }) => ({ personId, as }));
  return asked.length === 0 ? words : { ...words, signed: [...words.signed, ...asked] };
}

/** Whether somebody's name stands under words that another one wrote. */
export function signsWith(
  { writerId, words }: { writerId: string; words: Words },
  person: { id: string },
): boolean {
  return writerId !== person.id && words.signed.some(({ personId }) => personId === person.id);
}
