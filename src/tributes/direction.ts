import { directionOf } from '#i18n/languages.ts';

// Enough to tell; the same as in browser/direction.ts.
const enough = 2_000;
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu;

/**
 * Which way words are read: as their language is, unless most of their letters run the other way. Nothing
 * is changed in the words for it.
 */
export function directionOfWords(language: string, text: string): 'ltr' | 'rtl' {
  const beginning = text.slice(0, enough);
  const letters = beginning.match(/\p{L}/gu)?.length ?? 0;
  const otherwise = beginning.match(rightToLeft)?.length ?? 0;
  if (letters === 0 || otherwise * 2 === letters) return directionOf(language);
  return otherwise * 2 > letters ? 'rtl' : 'ltr';
}

/** What tells the side of a memory. */
type Sided = {
  language: string;
  title: string;
  text: string;
  photographs?: readonly { caption: string }[];
};

/**
 * The class that sets a whole memory on one side of a page: that of its words, whichever way the page around
 * it is read; without words, that of its title, else of what stands beneath its photographs.
 */
export function sideOf({ language, title, text, photographs = [] }: Sided): 'reads-ltr' | 'reads-rtl' {
  const captions = photographs.map(({ caption }) => caption);
  const telling = [text, title, ...captions].find((words) => /\p{L}/u.test(words)) ?? '';
  return `reads-${directionOfWords(language, telling)}`;
}

/**
 * The language that words may be in, where most of their letters run another way than the language that
 * was chosen for them; `own` is the family's. Only ever asked, never set: letters do not name a language.
 */
export function languageMaybe(language: string, text: string, own: string): string | undefined {
  const direction = directionOfWords(language, text);
  if (direction === directionOf(language)) return undefined;
  if (directionOf(own) === direction) return own;
  if (direction === 'ltr') return 'en';
  return /\p{Script=Hebrew}/u.test(text.slice(0, enough)) ? 'he' : 'ar';
}
