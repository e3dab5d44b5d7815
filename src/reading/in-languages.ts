import { interfaceLanguages } from '#i18n/languages.ts';
import { type Reading, wordsLanguage } from '#reading/space.tsx';
import { inLanguage } from '#translations/paths.ts';

/** A page in another language: what `hreflang` says of it, and its path. */
export type Alternate = { language: string; path: string };

/**
 * Where a tribute is read in a language: on the page of that language where the interface speaks it, else at an
 * address of its own. `plain` is its page beneath that of the child.
 */
export function ownAddress(
  { memorial, pathOf }: Reading,
  plain: (childPath: string) => string,
  language: string,
): string {
  const page = interfaceLanguages.find((tag) => wordsLanguage(memorial, tag) === language);
  return page === undefined ? inLanguage(plain(pathOf(memorial)), language) : plain(pathOf(memorial, page));
}

/** A page in every language of the interface; which one that is without a prefix stands there too. */
export function alternatesIn(
  { memorial, pathOf }: Reading,
  beneath: (childPath: string) => string,
): Alternate[] {
  const pages = interfaceLanguages.map((tag) => ({
    language: wordsLanguage(memorial, tag),
    path: beneath(pathOf(memorial, tag)),
  }));
  return [...pages, { language: 'x-default', path: beneath(pathOf(memorial)) }];
}

/**
 * A tribute's page in every language of the interface, and in those that only its words have. Without an
 * approved translation the words are the original, in a page that speaks the language.
 */
export function alternatesOf(
  reading: Reading,
  plain: (childPath: string) => string,
  languages: readonly string[],
): Alternate[] {
  const pages = alternatesIn(reading, plain);
  const others = languages
    .filter((language) => !pages.some((one) => one.language === language))
    .map((language) => ({ language, path: ownAddress(reading, plain, language) }));
  return [...pages, ...others];
}
