import type { Filled } from '#http/forms.ts';
import { languageName, writingLanguages } from '#i18n/languages.ts';
import type { Say } from '#i18n/messages.ts';
import { dayKinds } from '#memorials/day.ts';
import { type Memorial, palettes } from '#memorials/memorial.ts';
import { aboutChildPath, memorialHomePath } from '#memorials/paths.ts';
import { calledIn, vocabularyWords, wordsIn, wordSets } from '#memorials/vocabulary.ts';
import { DateFields } from '#ui/date-fields.tsx';
import { Document } from '#ui/document.tsx';
import { Drawing, drawings } from '#ui/drawings.tsx';
import { Choice, FieldError, FormKey, Select, Switch, TextField } from '#ui/fields.tsx';
import { type PictureProps } from '#ui/photograph.tsx';

type AboutChildPageProps = {
  say: Say;
  memorial: Memorial;
  portrait: PictureProps | undefined;
  filled: Filled;
  refused?: string | undefined;
};

/** Everything kept about a child, in one form that may stay half empty for ever. */
export function AboutChildPage({ say, memorial, portrait, filled, refused }: AboutChildPageProps) {
  const called = calledIn(memorial, 'en');
  const fields = { say, filled };
  const own = memorial.vocabulary.own[memorial.language] ?? {};
  return (
    <Document title={say('about-child.title', { called })} language="en" palette={memorial.palette}>
      <main>
        <nav class="quiet back">
          <a href={memorialHomePath(memorial)}>{called}</a>
        </nav>
        <h1>{say('about-child.title', { called })}</h1>
        {(refused || Object.keys(filled.errors).length > 0) && (
          <div class="notice" role="alert">
            <p>{refused ?? say('writing.not-yet')}</p>
          </div>
        )}
        <form class="stack" method="post" action={aboutChildPath(memorial)} enctype="multipart/form-data">
          <FormKey />
          <TextField
            {...fields}
            name="called"
            label={say('about-child.called')}
            hint={say('about-child.called-hint')}
            value={memorial.called}
          />
          <TextField
            {...fields}
            name="sentence"
            label={say('about-child.sentence')}
            hint={say('about-child.sentence-hint')}
            value={memorial.sentence}
          />
          <h2>{say('about-child.days')}</h2>
          <p class="hint">{say('about-child.days-hint')}</p>
          {dayKinds.map((kind) => {
            const day = memorial.days.find((known) => known.kind === kind);
            const usual = kind === 'other' ? '' : wordsIn(memorial.vocabulary, 'en', memorial.language)[kind];
            return (
              <details
                class="else"
                open={
                  day !== undefined || `day-${kind}` in filled.errors || `day-${kind}-words` in filled.errors
                }
              >
                <summary>{say(`day.${kind}`)}</summary>
                <div class="stack">
                  <input type="hidden" name={`day-${kind}-asked`} value="yes" />
                  <DateFields
                    {...fields}
                    name={`day-${kind}`}
                    legend={say('about-child.date')}
                    date={day?.date}
                    withTime
                  />
                  <TextField
                    {...fields}
                    name={`day-${kind}-words`}
                    label={say('about-child.day-words')}
                    hint={usual === '' ? undefined : say('about-child.day-words-hint', { usual })}
                    value={day?.words ?? ''}
                  />
                  <Switch
                    {...fields}
                    name={`day-${kind}-shown`}
                    label={say('about-child.day-shown')}
                    value={day?.shown ?? true}
                  />
                </div>
              </details>
            );
          })}
          <h2>{say('about-child.words')}</h2>
          <Choice
            {...fields}
            name="word-set"
            legend={say('start.words.legend')}
            value={memorial.vocabulary.set}
            options={wordSets.map((set) => ({ value: set, label: say(`word-set.${set}`) }))}
          />
          <details class="else" open={Object.keys(own).length > 0}>
            <summary>{say('about-child.own-words')}</summary>
            <div class="stack">
              {vocabularyWords.map((word) => (
                <TextField
                  {...fields}
                  name={`own-${word}`}
                  label={say(`own-word.${word}`)}
                  value={own[word] ?? ''}
                />
              ))}
            </div>
          </details>
          <h2>{say('about-child.looks')}</h2>
          {portrait && (
            <img
              class="thumb"
              src={portrait.src}
              width={portrait.width}
              height={portrait.height}
              alt={portrait.alternative}
            />
          )}
          <div class="field">
            <label for="portrait">{say('start.portrait.label')}</label>
            <input type="file" id="portrait" name="portrait" accept="image/jpeg,image/png,image/webp" />
            <FieldError name="portrait" say={say} filled={filled} />
          </div>
          {portrait && (
            <>
              <TextField
                {...fields}
                name="portrait-alternative"
                label={say('photograph.alternative')}
                hint={say('photograph.alternative-hint')}
                value={memorial.portraitAlternative}
              />
              <Switch {...fields} name="portrait-none" label={say('about-child.portrait-none')} />
            </>
          )}
          <Choice
            {...fields}
            name="drawing"
            legend={say('about-child.drawing')}
            value={memorial.drawing}
            options={drawings.map((kind) => ({
              value: kind,
              label: <Drawing kind={kind} label={say(`drawing.${kind}`)} />,
            }))}
          />
          <Choice
            {...fields}
            name="palette"
            legend={say('about-child.palette')}
            value={memorial.palette}
            options={palettes.map((palette) => ({
              value: palette,
              label: (
                <>
                  <span class={`swatch palette-${palette}`}></span>
                  {say(`palette.${palette}`)}
                </>
              ),
            }))}
          />
          <Select
            {...fields}
            name="language"
            label={say('about-child.language')}
            value={memorial.language}
            options={writingLanguages.map((tag) => ({ value: tag, label: languageName(tag), lang: tag }))}
          />
          <div class="row">
            <button class="act first">{say('about-child.keep')}</button>
            <a class="act plain" href={memorialHomePath(memorial)}>
              {say('not-now')}
            </a>
          </div>
        </form>
      </main>
    </Document>
  );
}
