import { directionOf, type Language } from '#i18n/languages.ts';

const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
const leftToRight =
  /(?![\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}])\p{L}/u;
const embedding = /[\u202a-\u202e]/;

/**
 * Words that stand among others and do not turn them around, whatever stands in them: first strong isolate
 * (Unicode UAX #9). It ends every embedding and override within; isolates are ended one by one.
 */
export const apart = (words: string): string => `\u2068${closed(words)}\u2069`;

/** The same, only where something in them would run another way than the language they are said in. */
export function apartIn(language: Language, words: string): string {
  const otherwise = directionOf(language) === 'rtl' ? leftToRight : rightToLeft;
  const turns = otherwise.test(words) || embedding.test(words) || closed(words) !== words;
  return turns && !isApart(words) ? apart(words) : words;
}

const isApart = (words: string): boolean => /^\u2068[^\u2068\u2069]*\u2069$/.test(words);

/** Every isolate that begins in these words ends in them, and none ends that did not. */
function closed(words: string): string {
  let open = 0;
  const kept = words.replace(/[\u2066-\u2069]/g, (one) => {
    if (one !== '\u2069') open++;
    else if (open === 0) return '';
    else open--;
    return one;
  });
  return kept + '\u2069'.repeat(open);
}
