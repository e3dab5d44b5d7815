import { nearestLanguage } from '#i18n/languages.ts';
import { languageHere } from '#i18n/spoken.ts';
import type { PropsWithChildren } from 'hono/jsx';
import type { Filled } from '#http/forms.ts';
import type { Say } from '#i18n/messages.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { dayKinds } from '#memorials/day.ts';
import { firstDay, firstDayOf } from '#memorials/read-first-day.ts';
import { memorialHomePath, type StartStep, startPath, startSteps } from '#memorials/paths.ts';
import { optionsOfSets, WordsOf } from '#memorials/pages/word-set-options.tsx';
import { calledIn, neutralSet } from '#memorials/vocabulary.ts';
import { DateFields } from '#ui/date-fields.tsx';
import { Document } from '#ui/document.tsx';
import { Choice, FieldError, FormKey, Select, TextField } from '#ui/fields.tsx';

type StartPageProps = {
  say: Say;
  memorial: Memorial;
  step: StartStep;
  filled: Filled;
  refused?: string | undefined;
  /** Whether nobody else belongs to the family yet. */
  alone: boolean;
};

/** One question on a screen, and “Not now” on each. */
export function StartPage({ say, memorial, step, filled, refused, alone }: StartPageProps) {
  const called = calledIn(memorial, languageHere());
  return (
    <Document title={say(`start.${step}`, { called })} language={languageHere()} palette={memorial.palette}>
      <main class="start">
        <form
          method="post"
          action={startPath(memorial, step)}
          enctype={step === 'portrait' ? 'multipart/form-data' : undefined}
        >
          <FormKey />
          <h1>{say(`start.${step}`, { called })}</h1>
          <p>{say(`start.${step}.says`, { called })}</p>
          {refused && (
            <p class="wrong" role="alert">
              {refused}
            </p>
          )}
          <Question say={say} memorial={memorial} step={step} filled={filled} />
          <div class="row">
            <button class="act first">{say('start.keep')}</button>
            <a class="act plain" href={nextPath(memorial, step)}>
              {say('not-now')}
            </a>
          </div>
          {memorial.audience !== 'everyone' && (
            <p class="quiet">{say(alone ? 'start.only-you' : 'tools.only-us')}</p>
          )}
        </form>
      </main>
    </Document>
  );
}

/** Where a question leads, answered or not. */
export function nextPath(memorial: { id: string }, step: StartStep): string {
  const next = startSteps[startSteps.indexOf(step) + 1];
  return next ? startPath(memorial, next) : memorialHomePath(memorial);
}

function Question({ say, memorial, step, filled }: Omit<StartPageProps, 'refused' | 'alone'>) {
  const fields = { say, filled };
  if (step === 'name') {
    return (
      <TextField
        {...fields}
        name="called"
        label={say('start.name.label')}
        quietLabel
        value={memorial.called}
      />
    );
  }
  if (step === 'day') {
    const day = firstDayOf(memorial);
    return (
      <>
        <Select
          {...fields}
          name="day-kind"
          label={say('start.day.kind')}
          value={day?.kind ?? 'born'}
          options={dayKinds.map((kind) => ({ value: kind, label: say(`day.${kind}`) }))}
        />
        <DateFields {...fields} name={firstDay} legend={say('start.day.legend')} date={day?.date} withTime />
        <TextField
          {...fields}
          name={`${firstDay}-words`}
          label={say('start.day.words')}
          hint={say('start.day.words-hint')}
          value={day?.words ?? ''}
        />
      </>
    );
  }
  if (step === 'words') {
    const spoken = nearestLanguage(memorial.language);
    return (
      <>
        <WordsOf say={say} language={spoken} />
        <Choice
          {...fields}
          name="word-set"
          legend={say('start.words.legend')}
          value={memorial.vocabulary.sets[spoken] ?? neutralSet}
          options={optionsOfSets(spoken)}
        />
      </>
    );
  }
  return (
    <Labelled label={say('start.portrait.label')}>
      <input type="file" id="portrait" name="portrait" accept="image/jpeg,image/png,image/webp" />
      <FieldError name="portrait" say={say} filled={filled} />
    </Labelled>
  );
}

function Labelled({ label, children }: PropsWithChildren<{ label: string }>) {
  return (
    <div class="field">
      <label for="portrait">{label}</label>
      {children}
    </div>
  );
}
