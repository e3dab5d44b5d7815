import { directionOf, interfaceLanguages, type Language, languageName } from '#i18n/languages.ts';
import type { Say } from '#i18n/messages.ts';

type LanguageListProps = { say: Say; language: Language; pathIn: (language: Language) => string };

/** The languages of the site, as a visible list. */
export function LanguageList({ say, language, pathIn }: LanguageListProps) {
  return (
    <nav class="langs" aria-label={say('languages')}>
      {interfaceLanguages.map((tag) => (
        <a
          href={pathIn(tag)}
          lang={tag}
          dir={directionOf(tag)}
          hreflang={tag}
          aria-current={tag === language ? 'true' : undefined}
        >
          {languageName(tag)}
        </a>
      ))}
    </nav>
  );
}
