import type { Say } from '#i18n/messages.ts';
import type { Cover, Placed, Words } from '#tributes/tribute.ts';

/** Whether a parent covered the whole tribute: outside of its page neither its words nor its photographs stand. */
export function isCovered(words: Pick<Words, 'cover'>): words is Words & { cover: string } {
  return words.cover !== undefined;
}

/** What stands on a cover: the parent's words, or where they gave none, the program's sentence. */
export function coverWords(say: Say, cover: NonNullable<Cover>): string {
  return cover.trim() === '' ? say('cover.sentence') : cover;
}

/** The photographs that may stand where nobody chose to look: in previews, in what a messenger shows. */
export function uncoveredPhotographs(words: Pick<Words, 'cover' | 'photographs'>): Placed[] {
  return isCovered(words) ? [] : words.photographs.filter(({ cover }) => cover === undefined);
}
