import { apart } from '#i18n/apart.ts';
import { momentInWords } from '#i18n/dates.ts';
import { type Language, nameIn } from '#i18n/languages.ts';
import type { Say } from '#i18n/messages.ts';
import type { TranslatedFrom, Words } from '#tributes/tribute.ts';
import { inLanguage } from '#translations/paths.ts';

type TranslatedByProps = { say: Say; language: Language; words: Words; path: string };

/** Who translated a tribute that stands among others, and the way to the original; nothing of one that is the original. */
export function TranslatedBy({ say, language, words: { translated }, path }: TranslatedByProps) {
  if (!translated) return null;
  const { by, from } = translated;
  return (
    <p class="translated quiet">
      <span>{say('translated.by', { name: apart(by) })}</span>
      <a href={inLanguage(path, from)} hreflang={from}>
        {say('translated.original', { language: nameIn(language, from) })}
      </a>
    </p>
  );
}

/** By whom it is, and which words it is a translation of. */
export function translatedOf(
  say: Say,
  language: Language,
  zone: string,
  { by, ofDay }: TranslatedFrom,
): string {
  return say('translated.of', { name: apart(by), day: momentInWords(ofDay, language, zone || 'UTC') });
}
