import { z } from 'zod';
import type { Fields } from '#http/fields.ts';
import { type FieldError, readForm } from '#http/forms.ts';
import { writingLanguages } from '#i18n/languages.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { type ReadChild, readLine, readPart } from '#memorials/read-part.ts';
import { type Vocabulary, type VocabularyWord, vocabularyWords, wordSets } from '#memorials/vocabulary.ts';

const chosen = z.object({ 'word-set': z.enum(wordSets) });

/**
 * Reads the words this family uses: a set, and their own over it, `own-LANGUAGE-WORD`. A language that
 * the form did not ask for keeps its words.
 */
export function readVocabulary(fields: Fields, memorial: Memorial): ReadChild {
  const set = readForm(chosen, fields);
  const errors: Record<string, FieldError> = set.ok ? {} : { ...set.filled.errors };
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
  return readPart(fields, errors, () => ({
    ...memorial,
    vocabulary: { set: set.ok ? set.form['word-set'] : memorial.vocabulary.set, own },
  }));
}
