import type { Filled } from '#http/forms.ts';
import type { Say } from '#i18n/messages.ts';
import { DateFields } from '#ui/date-fields.tsx';
import { Choice, Switch, TextArea, TextField } from '#ui/fields.tsx';
import { type Correction, outcomes } from '#press/correction.ts';

type CorrectionFieldsProps = {
  say: Say;
  filled: Filled;
  /** What stands there already. */
  correction?: Correction;
};

/** What is written down of a correction: who printed what, what it should be, what became of it. */
export function CorrectionFields({ say, filled, correction }: CorrectionFieldsProps) {
  const field = { say, filled };
  const state = correction?.state;
  const states = correction ? ([...outcomes, 'aside'] as const) : outcomes;
  return (
    <>
      <TextField
        {...field}
        name="publication"
        label={say('corrections.publication')}
        value={correction?.publication}
      />
      <TextField
        {...field}
        name="url"
        label={say('corrections.url')}
        hint={say('corrections.url-hint')}
        inputmode="url"
        isCode
        value={correction?.url}
      />
      <DateFields
        {...field}
        name="printed-on"
        legend={say('corrections.printed-on')}
        date={correction?.printedOn}
      />
      <TextArea
        {...field}
        name="printed"
        label={say('corrections.printed')}
        rows={4}
        value={correction?.printed}
      />
      <TextArea
        {...field}
        name="should-be"
        label={say('corrections.should-be')}
        rows={4}
        value={correction?.shouldBe}
      />
      <Choice
        {...field}
        name="state"
        legend={say('corrections.state')}
        options={states.map((value) => ({ value, label: say(`corrections.state-${value}`) }))}
        value={state === undefined || state === 'told' ? 'asked' : state}
      />
      <Switch
        {...field}
        name="shown"
        label={say('corrections.shown')}
        hint={say('corrections.shown-hint')}
        value={correction?.shown ?? false}
      />
    </>
  );
}
