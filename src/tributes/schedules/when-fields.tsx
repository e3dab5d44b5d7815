import type { Child } from 'hono/jsx';
import type { Filled } from '#http/forms.ts';
import type { Say } from '#i18n/messages.ts';
import { placeOf, zonesByRegion } from '#lib/zones.ts';
import { DateFields } from '#ui/date-fields.tsx';
import { FieldError } from '#ui/fields.tsx';

type WhenFieldsProps = {
  say: Say;
  filled: Filled;
  legend: string;
  /** What is done without a moment, and with one: `now` or `never`, and `at`. The first is the default. */
  choices: readonly { value: 'now' | 'never' | 'at'; what: string; means: string }[];
  /** The family's own zone; empty where it has none yet. */
  zone: string;
  /** What else is asked once a moment is chosen. */
  children?: Child;
};

/** At once, or at a moment: the day, the time, and the place whose clock counts. */
export function WhenFields({ say, filled, legend, choices, zone, children }: WhenFieldsProps) {
  const chosen = filled.values['when'] ?? choices[0]?.value;
  return (
    <fieldset class="field choices when">
      <legend>{legend}</legend>
      {choices.map(({ value, what, means }, index) => (
        <label class="choice">
          <input
            type="radio"
            id={index === 0 ? 'when' : undefined}
            name="when"
            value={value}
            checked={value === chosen}
          />
          <span class="what">{what}</span>
          <span class="means">{means}</span>
        </label>
      ))}
      <FieldError name="when" say={say} filled={filled} />
      <div class="within at stack">
        {children}
        <DateFields
          name="at"
          legend={say('schedule.moment')}
          say={say}
          filled={filled}
          date={undefined}
          withTime
        />
        <ZoneField say={say} filled={filled} zone={zone} />
      </div>
    </fieldset>
  );
}

/** Scripts choose the device's zone where nothing is chosen yet. */
function ZoneField({ say, filled, zone }: { say: Say; filled: Filled; zone: string }) {
  const chosen = filled.values['zone'] ?? zone;
  const regions = zonesByRegion();
  const isListed = [...regions.values()].some((zones) => zones.includes(chosen));
  const refused = 'zone' in filled.errors;
  const option = (name: string) => (
    <option value={name} selected={name === chosen}>
      {placeOf(name)}
    </option>
  );
  return (
    <zone-choice>
      <div class="field">
        <label for="zone">{say('schedule.zone')}</label>
        <select
          id="zone"
          name="zone"
          aria-describedby={refused ? 'zone-error' : undefined}
          aria-invalid={refused ? 'true' : undefined}
        >
          <option value="">{say('schedule.choose-zone')}</option>
          {chosen !== '' && !isListed && option(chosen)}
          {[...regions].map(([region, zones]) =>
            region === '' ? zones.map(option) : <optgroup label={region}>{zones.map(option)}</optgroup>,
          )}
        </select>
        <FieldError name="zone" say={say} filled={filled} />
      </div>
    </zone-choice>
  );
}
