import { readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import { apartIn } from '#i18n/apart.ts';
import { interfaceLanguages, type Language } from '#i18n/languages.ts';

export type MessageValues = Record<string, string | number>;
/**
 * Says a sentence of `locales/` (ICU MessageFormat) in one language. A name or title of another direction
 * is set apart in it, so that no date beside it is torn. Throws on a key that does not exist.
 */
export type Say = (key: string, values?: MessageValues) => string;

const sayers = new Map<Language, Say>();

/**
 * The sentences of one language. Its file is read when the first is said, and each is parsed when it is
 * first said. What a language lacks is said in English, by the rules of English.
 */
export function sayIn(language: Language): Say {
  let say = sayers.get(language);
  if (!say) sayers.set(language, (say = sayerFor(language)));
  return say;
}

function sayerFor(language: Language): Say {
  let sentences: Record<string, string> | undefined;
  const formats = new Map<string, { format: IntlMessageFormat; chosen: ReadonlySet<string> }>();
  return (key, values) => {
    let known = formats.get(key);
    if (!known) {
      const own = (sentences ??= sentencesOf(language))[key];
      const sentence = own ?? sentencesOf(interfaceLanguages[0])[key];
      if (sentence === undefined) throw new Error(`No sentence “${key}” in locales/${language}.json`);
      const format = new IntlMessageFormat(
        sentence,
        own === undefined ? interfaceLanguages[0] : language,
        undefined,
        { ignoreTag: true },
      );
      formats.set(key, (known = { format, chosen: new Set(chosenBy(format.getAst())) }));
    }
    return String(known.format.format(values && setApart(values, known.chosen, language)));
  };
}

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

/** The values that a sentence chooses its words by (“letter”, “other”), instead of saying them. */
function chosenBy(elements: readonly Element[]): string[] {
  return elements.flatMap((element) =>
    'options' in element
      ? [element.value, ...Object.values(element.options).flatMap(({ value }) => chosenBy(value))]
      : [],
  );
}

function setApart(values: MessageValues, chosen: ReadonlySet<string>, language: Language): MessageValues {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' && !chosen.has(name) ? apartIn(language, value) : value,
    ]),
  );
}

const files = new Map<Language, Record<string, string>>();

/** The same, read once. */
export function sentencesOf(language: Language): Record<string, string> {
  let sentences = files.get(language);
  if (!sentences) files.set(language, (sentences = readSentences(language)));
  return sentences;
}

/** All sentences of one language as they stand in its file. */
export function readSentences(language: Language): Record<string, string> {
  const file = new URL(`../../locales/${language}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
}
