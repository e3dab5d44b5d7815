import { directionOf, interfaceLanguages, languageName, nearestLanguage } from '#i18n/languages.ts';
import { isTyped, type PartProps } from '#memorials/pages/child-names.tsx';
import { setInWords, vocabularyWords, wordSets, wordsIn } from '#memorials/vocabulary.ts';
import { Choice, TextField } from '#ui/fields.tsx';

/** The words for the child: a set, and the family's own over it, in the language they write in and in the others. */
export function ChildWords(props: PartProps) {
  const { say, memorial, filled } = props;
  const others = interfaceLanguages.filter((language) => language !== memorial.language);
  return (
    <>
      <h2>{say('about-child.words')}</h2>
      <Choice
        say={say}
        filled={filled}
        name="word-set"
        legend={say('start.words.legend')}
        value={memorial.vocabulary.set}
        options={wordSets.map((set) => ({
          value: set,
          label: say(`word-set.${set}`),
          hint: setInWords(set),
        }))}
      />
      <OwnWords {...props} language={memorial.language} summary={say('about-child.own-words')} />
      {others.map((language) => (
        <OwnWords
          {...props}
          language={language}
          summary={say('about-child.own-words-in', { language: languageName(language) })}
        />
      ))}
    </>
  );
}

function OwnWords({
  say,
  memorial,
  filled,
  language,
  summary,
}: PartProps & { language: string; summary: string }) {
  const own = memorial.vocabulary.own[language] ?? {};
  const { vocabulary, language: theirs } = memorial;
  const usual = wordsIn({ ...vocabulary, own: {} }, language, theirs);
  return (
    <details class="else" open={Object.keys(own).length > 0 || isTyped(filled, `own-${language}-`)}>
      <summary>
        <bdi>{summary}</bdi>
      </summary>
      <div class="stack">
        {vocabularyWords.map((word) => (
          <TextField
            say={say}
            filled={filled}
            name={`own-${language}-${word}`}
            label={say(`own-word.${word}`)}
            hint={
              <bdi lang={nearestLanguage(language)} dir={directionOf(nearestLanguage(language))}>
                {usual[word]}
              </bdi>
            }
            value={own[word] ?? ''}
          />
        ))}
      </div>
    </details>
  );
}
