// The same as the server's, in src/tributes/direction.ts.
const enough = 2_000;
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu;

/** Which way words are read: as their language is, unless most of their letters run the other way. */
export function directionOfWords(ofLanguage: 'ltr' | 'rtl', text: string): 'ltr' | 'rtl' {
  const beginning = text.slice(0, enough);
  const letters = beginning.match(/\p{L}/gu)?.length ?? 0;
  const otherwise = beginning.match(rightToLeft)?.length ?? 0;
  if (letters === 0 || otherwise * 2 === letters) return ofLanguage;
  return otherwise * 2 > letters ? 'rtl' : 'ltr';
}
