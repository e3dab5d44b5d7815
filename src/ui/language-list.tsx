import { directionOf, interfaceLanguages, type Language, languageName } from '#i18n/languages.ts';
import type { Say } from '#i18n/messages.ts';
import { languageHere, sayHere } from '#i18n/spoken.ts';

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

/** The same before somebody signed in, in the private space: this page again, in a language. */
export function LanguageChoice({ to }: { to?: string | undefined }) {
  const onward = to === undefined ? '' : `&to=${encodeURIComponent(to)}`;
  const pathIn = (language: Language): string => `?language=${language}${onward}`;
  return <LanguageList say={sayHere} language={languageHere()} pathIn={pathIn} />;
}
