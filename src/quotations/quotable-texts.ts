import { isSeen } from '#lib/seen.ts';
import type { Quotable } from '#quotations/searched.ts';
import { idOfWords } from '#words/public-headings.ts';
import type { PublicWords } from '#words/public-words.ts';

/** What a text is of the words that it belongs to. */
export type Part = 'text' | 'title' | 'caption';

/** The texts of public words that a quotation is compared with: the text itself, its title, and each caption. */
export function quotableTexts(words: PublicWords): Quotable[] {
  const { text, title, captions, current, original } = words;
  const id = idOfWords(words);
  const around = (of: 'title' | 'caption', said: string, name: string): Quotable[] =>
    isSeen(said) ? [{ id: `${id}#${name}`, text: said, current, original, around: of }] : [];
  return [
    { id, text, current, original },
    ...around('title', title, 'title'),
    ...captions.flatMap((caption, at) => around('caption', caption, `caption-${at}`)),
  ];
}

/** Which words such a text belongs to (`idOfWords`), and what it is of them. */
export function partOfWords(id: string): { words: string; part: Part } {
  const [words = '', name = 'text'] = id.split('#');
  return { words, part: name === 'text' || name === 'title' ? name : 'caption' };
}
