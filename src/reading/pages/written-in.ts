import { directionOf, type Language } from '#i18n/languages.ts';
import { directionOfWords } from '#tributes/direction.ts';

/**
 * How something in the family's language stands on a page in another: with its own, so that it reads
 * right. Words whose letters run another way than that language were written in one that nobody named.
 */
export function writtenIn(memorial: { language: string }, page: Language, words: string) {
  const { language } = memorial;
  const direction = directionOfWords(language, words);
  if (direction !== directionOf(language)) return { lang: '', dir: direction };
  return language === page ? {} : { lang: language, dir: direction };
}
