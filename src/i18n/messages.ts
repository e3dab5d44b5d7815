import { readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '#i18n/languages.ts';

export type MessageValues = Record<string, string | number>;
/** Says a sentence of `locales/` (ICU MessageFormat) in one language. Throws on a key that does not exist. */
export type Say = (key: string, values?: MessageValues) => string;

const sayers = new Map<Language, Say>();

/** The sentences of one language, parsed once. What a language lacks is said in English. */
export function sayIn(language: Language): Say {
  let say = sayers.get(language);
  if (!say) sayers.set(language, (say = sayerFor(language)));
  return say;
}

function sayerFor(language: Language): Say {
  const sentences = { ...readSentences('en'), ...readSentences(language) };
  const formats = new Map<string, IntlMessageFormat>();
  return (key, values) => {
    let format = formats.get(key);
    if (!format) {
      const sentence = sentences[key];
      if (sentence === undefined) throw new Error(`No sentence “${key}” in locales/${language}.json`);
      formats.set(key, (format = new IntlMessageFormat(sentence, language, undefined, { ignoreTag: true })));
    }
    return String(format.format(values));
  };
}

/** All sentences of one language as they stand in its file. */
export function readSentences(language: Language): Record<string, string> {
  const file = new URL(`../../locales/${language}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
}
