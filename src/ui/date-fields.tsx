import { languageHere } from '#i18n/spoken.ts';
import type { Child } from 'hono/jsx';
import type { Filled } from '#http/forms.ts';
import { monthNames } from '#i18n/dates.ts';
import type { Say } from '#i18n/messages.ts';
import type { PartialDate } from '#lib/partial-date.ts';
import { FieldError } from '#ui/fields.tsx';

type DateFieldsProps = {
  name: string;
  legend: string;
  hint?: Child;
  say: Say;
  filled: Filled;
  date: PartialDate | undefined;
  withTime?: boolean;
};

/** A date as exactly as it is known: a year, or with a month, or with a day. */
export function DateFields({ name, legend, hint, say, filled, date, withTime = false }: DateFieldsProps) {
  const typed = (part: string, known: number | string | undefined): string =>
    filled.values[`${name}-${part}`] ?? (known === undefined ? '' : String(known));
  const month = typed('month', date?.month);
  const refused = name in filled.errors;
  return (
    <fieldset
      class="field"
      aria-describedby={refused ? `${name}-error` : undefined}
      aria-invalid={refused ? 'true' : undefined}
    >
      <legend>{legend}</legend>
      {hint && <p class="hint">{hint}</p>}
      <div class="beside">
        <label>
          {say('date.day')}
          <input
            id={name}
            name={`${name}-day`}
            value={typed('day', date?.day)}
            inputmode="numeric"
            size={3}
            autocomplete="off"
          />
        </label>
        <label>
          {say('date.month')}
          <select name={`${name}-month`}>
            <option value="">{say('date.not-known')}</option>
            {monthNames(languageHere()).map((label, index) => (
              <option value={String(index + 1)} selected={month === String(index + 1)}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <label>
          {say('date.year')}
          <input
            name={`${name}-year`}
            value={typed('year', date?.year)}
            inputmode="numeric"
            size={5}
            autocomplete="off"
          />
        </label>
        {withTime && (
          <label>
            {say('date.time')}
            <input type="time" name={`${name}-time`} value={typed('time', date?.time)} />
          </label>
        )}
      </div>
      <FieldError name={name} say={say} filled={filled} />
    </fieldset>
  );
}
