import { languageNamed } from '#i18n/formats.ts';

/** The languages the program itself speaks; the first is the fallback. */
export const interfaceLanguages = ['en', 'fr', 'es', 'de', 'ar'] as const;
export type Language = (typeof interfaceLanguages)[number];

export function isLanguage(tag: string): tag is Language {
  return (interfaceLanguages as readonly string[]).includes(tag);
}

/** A page of the site itself in a language; without a prefix it speaks the first. */
export function sitePath(path: '/' | '/about', language: Language): string {
  return language === interfaceLanguages[0] ? path : `/${language}${path}`.replace(/\/$/, '');
}

/** The interface language nearest to a BCP 47 tag (`ar-EG` → `ar`), else English. */
export function nearestLanguage(tag: string): Language {
  const primary = tag.toLowerCase().split('-')[0] ?? '';
  return isLanguage(primary) ? primary : 'en';
}

/** The tag that `Intl` formats with: English without a country would put the month first, which half of its readers do not expect. */
export function localeOf(language: string): string {
  return language === 'en' ? 'en-GB' : language;
}

/** A language's own name for itself. */
export function languageName(tag: string): string {
  return languageNamed(tag, tag);
}

/** What one language calls another. */
export function nameIn(language: Language, tag: string): string {
  return languageNamed(language, tag);
}

const rightToLeft = new Set('Adlm Arab Aran Hebr Mand Mend Nkoo Rohg Samr Syrc Thaa Yezi'.split(' '));
const directions = new Map<string, 'ltr' | 'rtl'>();

/** Which way a language is read: by its script, which a tag names or which is the likely one (CLDR). */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  let direction = directions.get(tag);
  if (direction === undefined) {
    direction = rightToLeft.has(scriptOf(tag)) ? 'rtl' : 'ltr';
    // What somebody made up is not remembered for ever.
    if (directions.size < 500) directions.set(tag, direction);
  }
  return direction;
}

function scriptOf(tag: string): string {
  try {
    return new Intl.Locale(tag).maximize().script ?? '';
  } catch {
    return ''; // no language tag
  }
}

/** Languages a family can write in: the tag and the language's own name. */
export const writingLanguages: readonly string[] = [
  'en',
  'ar',
  'bg',
  'bn',
  'ca',
  'cs',
  'cy',
  'da',
  'de',
  'el',
  'es',
  'et',
  'eu',
  'fa',
  'fi',
  'fr',
  'ga',
  'gl',
  'he',
  'hi',
  'hr',
  'hu',
  'id',
  'is',
  'it',
  'ja',
  'ko',
  'lt',
  'lv',
  'nb',
  'nl',
  'pl',
  'pt',
  'ro',
  'ru',
  'sk',
  'sl',
  'so',
  'sq',
  'sr',
  'sv',
  'sw',
  'ta',
  'th',
  'tr',
  'uk',
  'ur',
  'vi',
  'zh',
];
