import { isSeen } from '#lib/seen.ts';
import { type Hands } from '#translations/hands.ts';
import type { Words } from '#tributes/tribute.ts';

/**
 * One of the words around a text that are translated with it: `title`, `addressee`, `place`, `cover`, of each
 * photograph `caption-…`, `alternative-…` and `cover-…` with its id, and of each pointer `pointer-…` with the id
 * of what it leads to. Signatures are names and stay.
 */
export type AroundWords = { part: string; text: string };
/** The same as its translator wrote it, and the original's that they had before them. */
export type TranslatedAround = AroundWords & { original: string; byMachine?: true } & Hands;

/** What of a piece stands around its text, or in it as a photograph. */
export type Around = Pick<Words, 'title' | 'addressee' | 'place' | 'cover' | 'photographs' | 'pointsTo'>;

/** What stands around the text of a piece, in the order in which it is read; not what says nothing. */
export function aroundOf(words: Around): AroundWords[] {
  const { title, addressee, place, cover, photographs, pointsTo } = words;
  const parts = [
    { part: 'title', text: title },
    { part: 'addressee', text: addressee },
    { part: 'place', text: place },
    { part: 'cover', text: cover ?? '' },
    ...photographs.flatMap(({ photographId: id, ...placed }) => [
      { part: `caption-${id}`, text: placed.caption },
      { part: `alternative-${id}`, text: placed.alternative },
      { part: `cover-${id}`, text: placed.cover ?? '' },
    ]),
    ...pointsTo.map((pointer) => ({ part: pointerPart(pointer.to), text: pointer.words })),
  ];
  // A photograph that stands in two places is told once.
  const first = new Map(parts.toReversed().map((one) => [one.part, one]));
  return parts.filter((one) => first.get(one.part) === one && isSeen(one.text));
}

/** The words of a pointer to another memory. */
export const pointerPart = (to: string): string => `pointer-${to}`;

/** The photograph that such words belong to. */
export const photographOf = (part: string): string | undefined =>
  /^(?:caption|alternative|cover)-(.+)$/.exec(part)?.[1];

/** The kind of such words, by which a page names their field. */
export const kindOfPart = (part: string): string => part.split('-')[0] ?? '';

/**
 * The words of a piece in another language: the text and what stands around it as they were translated,
 * photographs, dates and names where they are in the original. What was not translated stays as it is.
 */
export function translatedWords(
  original: Words,
  translation: { language: string; title: string; text: string; around: readonly AroundWords[] },
): Words {
  const texts = new Map(translation.around.map(({ part, text }) => [part, text]));
  const or = (part: string, words: string): string => texts.get(part) ?? words;
  const covered = <T extends { cover?: string | undefined }>(part: string, of: T): Pick<T, 'cover'> =>
    of.cover === undefined ? {} : { cover: or(part, of.cover) };
  return {
    ...original,
    language: translation.language,
    text: translation.text,
    title: translation.title,
    addressee: or('addressee', original.addressee),
    place: or('place', original.place),
    ...covered('cover', original),
    photographs: original.photographs.map((placed) => ({
      ...placed,
      caption: or(`caption-${placed.photographId}`, placed.caption),
      alternative: or(`alternative-${placed.photographId}`, placed.alternative),
      ...covered(`cover-${placed.photographId}`, placed),
    })),
    pointsTo: original.pointsTo.map(({ to, words }) => ({ to, words: or(pointerPart(to), words) })),
  };
}
