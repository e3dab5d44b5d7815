import { directionOf, type Language } from '#i18n/languages.ts';

/** How something in the family's language stands on a page in another: with its own, so that it reads right. */
export function writtenIn(memorial: { language: string }, page: Language) {
  const { language } = memorial;
  return language === page ? {} : { lang: language, dir: directionOf(language) };
}
