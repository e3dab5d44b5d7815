import { languageHere } from '#i18n/spoken.ts';
import { nameFormat } from '#i18n/formats.ts';
import { directionOf, languageName, writingLanguages } from '#i18n/languages.ts';
import { languageMaybe } from '#tributes/direction.ts';
import type { Sheet } from '#tributes/writing/sheet.ts';
import { Select } from '#ui/fields.tsx';

/** The language that the words are in. */
export function LanguageField({ say, words, filled }: Sheet) {
  return (
    <Select
      name="language"
      label={say('writing.language')}
      say={say}
      filled={filled}
      value={words.language}
      options={writingLanguages.map((tag) => ({ value: tag, label: languageName(tag), lang: tag }))}
    />
  );
}

/** The language to ask about, where the letters run another way than the language that is chosen. */
export function languageAsked({ words, filled, own }: Sheet): string | undefined {
  const { language = words.language, text = words.text } = filled.values;
  return languageMaybe(language, text, own);
}

// What scripts cannot know of a language.
const rightToLeft = writingLanguages.filter((tag) => directionOf(tag) === 'rtl').join(' ');

/**
 * A quiet question under the words, with the language in sight. `browser/written-in.ts` asks it while one
 * types, and sets the answer; without scripts it comes with the kept draft.
 */
export function LanguageQuestion(sheet: Sheet) {
  const { say, own } = sheet;
  const maybe = languageAsked(sheet);
  const named = maybe && nameFormat(languageHere(), { type: 'language' }).of(maybe);
  return (
    <>
      <div class="written-in" hidden={maybe === undefined} data-own={own} data-right-to-left={rightToLeft}>
        <p role="status" data-asks={say('writing.language-maybe', { language: '\u2026' })}>
          {named !== undefined && say('writing.language-maybe', { language: named })}
        </p>
        <button type="button" class="act" hidden>
          {say('writing.language-is')}
        </button>
      </div>
      {maybe !== undefined && <LanguageField {...sheet} />}
    </>
  );
}
