import type { Say } from '#i18n/messages.ts';
import { isSeen } from '#lib/seen.ts';
import type { Cover, Placed, Words } from '#tributes/tribute.ts';

/**
 * Whether a parent covered a tribute or a photograph: outside of its own page neither what it shows nor
 * what it says stands.
 */
export function isCovered<T extends { cover?: Cover }>(of: T): of is T & { cover: string } {
  return of.cover !== undefined;
}

/** What stands on a cover: the parent's words, or where they gave none, the program's sentence. */
export function coverWords(say: Say, cover: string): string {
  return isSeen(cover) ? cover : say('cover.sentence');
}

/** The photographs that may stand where nobody chose to look: in previews, in what a messenger shows. */
export function uncoveredPhotographs(words: Pick<Words, 'cover' | 'photographs'>): Placed[] {
  return isCovered(words) ? [] : words.photographs.filter((placed) => !isCovered(placed));
}
