import {
  directionOf,
  interfaceLanguages,
  type Language,
  languageName,
  nearestLanguage,
} from '#i18n/languages.ts';
import { isTyped, type PartProps } from '#memorials/pages/child-names.tsx';
import { neutralSet, vocabularyWords, wordsIn } from '#memorials/vocabulary.ts';
import { optionsOfSets, WordsOf } from '#memorials/pages/word-set-options.tsx';
import { Choice, TextField } from '#ui/fields.tsx';

/** The words for the child: a set, and the family's own over it, in the language they write in and in the others. */
export function ChildWords(props: PartProps) {
  const { say, memorial } = props;
  const spoken = nearestLanguage(memorial.language);
  const others = interfaceLanguages.filter((language) => language !== spoken);
  return (
    <>
      <h2>{say('about-child.words')}</h2>
      <WordsOf say={say} language={spoken} />
      <input type="hidden" name="word-set-in" value={spoken} />
      <WordSets {...props} name="word-set" language={spoken} />
      <OwnWords {...props} language={memorial.language} summary={say('about-child.own-words')} />
      {others.map((language) => (
        <OwnWords
          {...props}
          language={language}
          sets={`word-set-${language}`}
          summary={say('about-child.own-words-in', { language: languageName(language) })}
        />
      ))}
    </>
  );
}

function WordSets({
  say,
  memorial,
  filled,
  name,
  language,
}: PartProps & { name: string; language: Language }) {
  return (
    <Choice
      say={say}
      filled={filled}
      name={name}
      legend={say('start.words')}
      value={memorial.vocabulary.sets[language] ?? neutralSet}
      options={optionsOfSets(language)}
    />
  );
}

type OwnWordsProps = PartProps & {
  language: string;
  summary: string;
  /** The name of the choice of a set, where it stands with the words. */
  sets?: string;
};

function OwnWords({ say, memorial, filled, language, summary, sets }: OwnWordsProps) {
  const { vocabulary } = memorial;
  const own = vocabulary.own[language] ?? {};
  const spoken = nearestLanguage(language);
  const usual = wordsIn({ ...vocabulary, own: {} }, language);
  const chosen = sets !== undefined && (vocabulary.sets[spoken] ?? neutralSet) !== neutralSet;
  return (
    <details class="else" open={chosen || Object.keys(own).length > 0 || isTyped(filled, `own-${language}-`)}>
      <summary>
        <bdi>{summary}</bdi>
      </summary>
      <div class="stack">
        {sets !== undefined && (
          <WordSets say={say} memorial={memorial} filled={filled} name={sets} language={spoken} />
        )}
        {vocabularyWords.map((word) => (
          <TextField
            say={say}
            filled={filled}
            name={`own-${language}-${word}`}
            label={say(`own-word.${word}`)}
            hint={
              <bdi lang={spoken} dir={directionOf(spoken)}>
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
