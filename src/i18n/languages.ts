import { nameFormat } from '#i18n/formats.ts';

/** The languages the program itself speaks; the first is the fallback. */
export const interfaceLanguages = ['en', 'ar'] as const;
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

/** A language's own name for itself. */
export function languageName(tag: string): string {
  return nameFormat(tag, { type: 'language', languageDisplay: 'standard' }).of(tag) ?? tag;
}

const rightToLeft = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi']);

export function directionOf(tag: string): 'ltr' | 'rtl' {
  return rightToLeft.has(tag.toLowerCase().split('-')[0] ?? '') ? 'rtl' : 'ltr';
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
