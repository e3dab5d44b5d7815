import type { Say } from '#i18n/messages.ts';
import { directionOfWords } from '#tributes/direction.ts';
import { keepsakes, type TributeKind, type Words } from '#tributes/tribute.ts';

/** The words that a kind is told by. */
type Told = Pick<Words, 'addressee' | 'photographs' | 'keepsake'>;

/** What a tribute is, for readers: “A letter to Wren”, “Footprints”, “The farewell to Wren”. */
export function kindInWords(say: Say, kind: TributeKind, words: Told, called: string): string {
  if (kind === 'letter') return say('letter.to', { called: words.addressee || called });
  if (kind === 'photograph') return say('title.photograph', { count: words.photographs.length, called });
  if (kind === 'keepsake')
    return say(`keepsake.${keepsakes.find((one) => one === words.keepsake) ?? 'other'}`);
  return say(`title.${kind}`, { called });
}

/** The title that its writer gave a tribute, else what it is. A title is shown over a cover too. */
export function titleOf(
  say: Say,
  kind: TributeKind,
  words: Told & Pick<Words, 'title'>,
  called: string,
): string {
  return words.title || kindInWords(say, kind, words, called);
}

/** How a title is read: as its words are. What stands for one that was never given is in the page's own language. */
export function readAsTitle({ title, language }: Pick<Words, 'title' | 'language'>): {
  lang?: string;
  dir?: 'ltr' | 'rtl';
} {
  return title === '' ? {} : { lang: language, dir: directionOfWords(language, title) };
}

/** Whether what a tribute is stands over it where its writer gave no title. A letter to the child begins by itself. */
export function isNamedByKind(kind: TributeKind, words: Pick<Words, 'addressee'>): boolean {
  return kind === 'letter' ? words.addressee !== '' : kind !== 'photograph';
}
