import { WhomToAsk } from '#families/invitations/whom-to-ask.tsx';
import type { Child } from 'hono/jsx';
import type { Filled } from '#http/forms.ts';
import { momentInWords } from '#i18n/dates.ts';
import { directionOf, languageName, nameIn } from '#i18n/languages.ts';
import type { Say } from '#i18n/messages.ts';
import { languageNames } from '#i18n/named-languages.ts';
import { languageHere } from '#i18n/spoken.ts';
import {
  ownTranslationsPath,
  translatingPath,
  translationPath,
  translationsPath,
} from '#translations/paths.ts';
import { hasOthers, stateOf, type Translation } from '#translations/translation.ts';
import { Document } from '#ui/document.tsx';
import { FormKey, TextField } from '#ui/fields.tsx';

type TranslationsPageProps = {
  say: Say;
  palette: string;
  tribute: { id: string };
  /** What it is called, or what it is, and the way back to it. */
  title: string;
  backPath: string;
  /** Each with how many of its words the original has changed since. */
  translations: readonly (Translation & { outdated: number })[];
  viewerId: string;
  /** Whether the viewer is a parent, who asks translators and reads what they offer. */
  decides: boolean;
  now: string;
  /** The form that was refused, if one was: to ask somebody, or to begin oneself. */
  filled: Filled;
  refused: 'ask' | 'own' | undefined;
  /** A link that was just made. */
  made?: Child;
};

/** The translations of a tribute: who makes each, how far it is, and asking for another. */
export function TranslationsPage(props: TranslationsPageProps) {
  const { say, palette, tribute, title, backPath, translations, decides, filled, refused } = props;
  const none: Filled = { values: {}, errors: {} };
  return (
    <Document title={say('translations.title')} language={languageHere()} palette={palette}>
      <main class="stack">
        <nav class="quiet back">
          <a href={backPath}>
            <bdi>{title}</bdi>
          </a>
        </nav>
        <h1>{say('translations.title')}</h1>
        <p>{say('translations.says')}</p>
        {props.made}
        {translations.length > 0 && (
          <ul class="list">
            {translations.map((translation) => (
              <Item {...props} translation={translation} />
            ))}
          </ul>
        )}
        {decides && (
          <form class="stack" method="post" action={translationsPath(tribute)}>
            <FormKey />
            <h2>{say('translations.ask-title')}</h2>
            <p>{say('translations.ask-says')}</p>
            <WhomToAsk say={say} filled={refused === 'ask' ? filled : none}>
              <LanguageNamed say={say} name="language" filled={refused === 'ask' ? filled : none} />
            </WhomToAsk>
            <div class="acts">
              <button class="act first">{say('translations.ask')}</button>
            </div>
          </form>
        )}
        <form class="stack" method="post" action={ownTranslationsPath(tribute)}>
          <FormKey />
          <h2>{say('translations.own-title')}</h2>
          <LanguageNamed say={say} name="own-language" filled={refused === 'own' ? filled : none} />
          <div class="acts">
            <button class="act">{say('translations.own')}</button>
          </div>
        </form>
      </main>
    </Document>
  );
}

/** Any language there is: those that are likely are suggested by name. */
function LanguageNamed({ say, name, filled }: { say: Say; name: string; filled: Filled }) {
  return (
    <TextField
      name={name}
      label={say('translations.language')}
      hint={say('translations.language-hint')}
      suggestions={languageNames(languageHere())}
      say={say}
      filled={filled}
    />
  );
}

type ItemProps = TranslationsPageProps & { translation: Translation & { outdated: number } };

function Item({ say, translation, viewerId, decides, now }: ItemProps) {
  const { language, translator: name, outdated, expiresAt, personId } = translation;
  const state = stateOf(translation);
  const own = personId === viewerId;
  const path = decides ? translationPath(translation) : own ? translatingPath(translation) : undefined;
  const opens = expiresAt !== undefined && expiresAt > now;
  return (
    <li class="item">
      <LanguageTitle language={language} path={path} />
      <span class="means">{say(`translations.${state}`, { name })}</span>
      {hasOthers(translation) && <span class="means">{say('translations.has-version')}</span>}
      {outdated > 0 && <span class="means">{say('translations.outdated', { count: outdated })}</span>}
      {decides && personId === undefined && (
        <span class="means">
          {opens
            ? say('translations.link-until', { day: momentInWords(expiresAt, languageHere()) })
            : say('translations.link-none')}
        </span>
      )}
    </li>
  );
}

/** A language by the name that the reader has for it, and by its own. */
function LanguageTitle({ language, path }: { language: string; path: string | undefined }) {
  const here = nameIn(languageHere(), language);
  const own = languageName(language);
  const names = (
    <>
      {here}
      {own !== here && (
        <>
          {' · '}
          <bdi lang={language} dir={directionOf(language)}>
            {own}
          </bdi>
        </>
      )}
    </>
  );
  return path === undefined ? (
    <span class="what">{names}</span>
  ) : (
    <a class="what" href={path}>
      {names}
    </a>
  );
}
