import { directionOf, type Language, nameIn } from '#i18n/languages.ts';
import type { Say } from '#i18n/messages.ts';
import { languageHere } from '#i18n/spoken.ts';
import { nameOfSet, setInWords, wordSetsIn } from '#memorials/vocabulary.ts';
import type { Option } from '#ui/fields.tsx';

/** The word sets of a language, to choose one from, in that language whatever the page speaks. */
export function optionsOfSets(language: Language): Option[] {
  const own = { lang: language, dir: directionOf(language) };
  return wordSetsIn(language).map((set) => ({
    value: set,
    label: <bdi {...own}>{nameOfSet(set, language)}</bdi>,
    hint: <bdi {...own}>{setInWords(set, language)}</bdi>,
  }));
}

/** Why the words are in another language than the page around them, where they are. */
export function WordsOf({ say, language }: { say: Say; language: Language }) {
  if (language === languageHere()) return null;
  return <p class="hint">{say('about-child.words-of', { language: nameIn(languageHere(), language) })}</p>;
}
