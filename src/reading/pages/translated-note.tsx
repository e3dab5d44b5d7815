import { directionOf, type Language, languageName, nameIn } from '#i18n/languages.ts';
import type { Say } from '#i18n/messages.ts';
import { translatedOf } from '#reading/pages/translated-by.tsx';
import type { ReadTribute } from '#reading/read-tribute.ts';
import { besideTranslation, inLanguage } from '#translations/paths.ts';

type TranslatedNoteProps = {
  say: Say;
  language: Language;
  read: ReadTribute;
  /** The zone its family tells days in. */
  zone: string;
  /** The tribute's page, and that of one version of the original. */
  path: string;
  versionPath: (number: number) => string;
};

/**
 * What the words of a tribute's page are: of a translation by whom it is and where the original stands, one
 * tap away; of the original in which languages it can be read too. Nothing where there are no translations.
 */
export function TranslatedNote({ say, language, read, zone, path, versionPath }: TranslatedNoteProps) {
  const { words, languages, usual } = read;
  const { translated } = words;
  const [original = ''] = languages;
  const others = languages.filter((tag) => tag !== words.language && tag !== original);
  if (!translated && others.length === 0) return null;
  const pathOf = (tag: string): string => (tag === usual ? path : inLanguage(path, tag));
  return (
    <aside class="translated quiet" aria-label={say('translated.label')}>
      {translated && (
        <>
          <p>{translatedOf(say, language, zone, translated)}</p>
          {translated.isBehind && <p>{say('translated.behind')}</p>}
        </>
      )}
      {translated && (
        <ul class="ways">
          <li>
            <a href={pathOf(original)} hreflang={original}>
              {say('translated.original', { language: nameIn(language, original) })}
            </a>
          </li>
          <li>
            <a href={besideTranslation(path, words.language)}>{say('translated.beside')}</a>
          </li>
          {translated.isBehind && (
            <li>
              <a href={versionPath(translated.of)}>{say('translated.then')}</a>
            </li>
          )}
        </ul>
      )}
      {others.length > 0 && (
        <ul class="ways">
          <li>{say('translated.others')}</li>
          {others.map((tag) => (
            <li>
              <a href={pathOf(tag)} hreflang={tag} lang={tag} dir={directionOf(tag)}>
                {languageName(tag)}
              </a>
            </li>
          ))}
        </ul>
      )}
    </aside>
  );
}
