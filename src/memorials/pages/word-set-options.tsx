import { directionOf, type Language } from '#i18n/languages.ts';
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
