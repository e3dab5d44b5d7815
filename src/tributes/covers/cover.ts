import type { Say } from '#i18n/messages.ts';
import { isSeen } from '#lib/seen.ts';
import { languageOf, type LaidCover, type Placed, type Words } from '#tributes/tribute.ts';

/** What lies over a piece or a photograph: words, or none, and the language that they are in. */
export type Lying = { words: string; language: string };

/** Of words what says whether a cover lies over them, and over a photograph among them. */
export type Coverable = Pick<Words, 'cover' | 'laid' | 'language' | 'translated'>;

/**
 * What covers a piece, or one photograph of it: the one answer for every page, preview, feed and card. It is
 * what its writer, a parent, said with the words; above that lies what a parent laid beside them.
 */
export function coverOver(
  words: Coverable,
  placed?: Pick<Placed, 'photographId' | 'cover'>,
): Lying | undefined {
  const laid = laidOver(words.laid ?? [], placed?.photographId);
  if (laid) return laid;
  const { cover } = placed ?? words;
  if (cover === undefined) return undefined;
  return { words: cover, language: languageOf(words, placed ? `cover-${placed.photographId}` : 'cover') };
}

/** The cover that a parent laid beside the words and that lies there still: over one photograph, or over all. */
export function laidOver(
  laid: readonly LaidCover[],
  photographId: string | undefined,
): LaidCover | undefined {
  return laid.find((one) => one.photographId === photographId && !one.off);
}

/** All that lie beside these words. */
export const lyingBeside = ({ laid = [] }: Pick<Words, 'laid'>): LaidCover[] =>
  laid.filter(({ off }) => !off);

/** What stands on a cover: the parent's words, or where they gave none, the program's sentence. */
export function coverWords(say: Say, { words }: Lying): string {
  return isSeen(words) ? words : say('cover.sentence');
}

/** The photographs that may stand where nobody chose to look: in previews, in what a messenger shows. */
export function uncoveredPhotographs(words: Coverable & Pick<Words, 'photographs'>): Placed[] {
  return coverOver(words) ? [] : words.photographs.filter((placed) => !coverOver(words, placed));
}

/**
 * When what readers have of a piece last changed: its words were published, or a cover was laid beside them
 * or taken off. Whoever keeps a copy asks for it anew then.
 */
export function lastChange(publishedAt: string, laid: readonly LaidCover[] = []): string {
  const instants = laid.map(({ laid: { at }, off }) => off?.at ?? at);
  return instants.reduce((latest, at) => (at > latest ? at : latest), publishedAt);
}
