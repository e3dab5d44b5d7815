import type { Fields } from '#http/fields.ts';
import type { FieldError } from '#http/forms.ts';
import { interfaceLanguages, nearestLanguage, writingLanguages } from '#i18n/languages.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { type ReadChild, readLine, readPart } from '#memorials/read-part.ts';
import {
  neutralSet,
  type Vocabulary,
  type VocabularyWord,
  vocabularyWords,
  wordSetsIn,
} from '#memorials/vocabulary.ts';

/**
 * Reads the words this family uses: the set of the language that the form was shown for (`word-set`, of
 * `word-set-in`) and those of other languages (`word-set-LANGUAGE`), and their own over them,
 * `own-LANGUAGE-WORD`. What the form did not ask for stays.
 */
export function readVocabulary(fields: Fields, memorial: Memorial): ReadChild {
  const errors: Record<string, FieldError> = {};
  const sets = readSets(fields, memorial, errors);
  const own: Vocabulary['own'] = { ...memorial.vocabulary.own };
  for (const language of writingLanguages) {
    const asked = vocabularyWords.filter((word) => `own-${language}-${word}` in fields);
    if (asked.length === 0) continue;
    const words: Partial<Record<VocabularyWord, string>> = {};
    for (const word of asked) {
      const ours = readLine(fields, `own-${language}-${word}`, 100, errors);
      if (ours !== '') words[word] = ours;
    }
    if (Object.keys(words).length > 0) own[language] = words;
    else delete own[language];
  }
  return readPart(fields, errors, () => ({ ...memorial, vocabulary: { sets, own } }));
}

function readSets(
  fields: Fields,
  memorial: Memorial,
  errors: Record<string, FieldError>,
): Vocabulary['sets'] {
  const sets = { ...memorial.vocabulary.sets };
  const shownFor = nearestLanguage(fields['word-set-in'] ?? memorial.language);
  for (const language of interfaceLanguages) {
    const field = language === shownFor ? 'word-set' : `word-set-${language}`;
    const chosen = wordSetsIn(language).find((set) => set === fields[field]);
    // The neutral set is what every language has anyway.
    if (chosen === neutralSet) delete sets[language];
    else if (chosen) sets[language] = chosen;
    else if (field === 'word-set' || field in fields) errors[field] = { key: 'error.choice' };
  }
  return sets;
}
