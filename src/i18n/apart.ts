import { directionOf, type Language } from '#i18n/languages.ts';

const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
const leftToRight =
  /(?![\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}])\p{L}/u;

/** Words that stand among others and do not turn them around: first strong isolate (Unicode UAX #9). */
export const apart = (words: string): string => `\u2068${words}\u2069`;

/** The same, only where a letter in them runs another way than the language they are said in. */
export function apartIn(language: Language, words: string): string {
  const otherwise = directionOf(language) === 'rtl' ? leftToRight : rightToLeft;
  return otherwise.test(words) && !isApart(words) ? apart(words) : words;
}

const isApart = (words: string): boolean => /^\u2068[^\u2068\u2069]*\u2069$/.test(words);
