import { randomUUID } from 'node:crypto';
import type { Child } from 'hono/jsx';
import type { Filled } from '#http/forms.ts';
import { directionOf } from '#i18n/languages.ts';
import type { Say } from '#i18n/messages.ts';
import { inTurns, valueInTurns } from '#ui/in-turns.ts';

type FieldProps = {
  name: string;
  label: string;
  say: Say;
  filled: Filled;
  /** What stands there when the form was not sent yet. */
  value?: string | undefined;
  hint?: Child;
  autocomplete?: string;
  /** BCP 47 tag of what is typed here, where it may differ from the page's. */
  language?: string;
};

/** The form's own name: sent twice, it is done once. */
export function FormKey() {
  return <input type="hidden" name="form" value={randomUUID()} />;
}

export function TextField(
  props: FieldProps & {
    type?: 'text' | 'email';
    inputmode?: string;
    quietLabel?: boolean;
    /** What is no word of any language: a keyboard must not mend it. */
    isCode?: boolean;
    /** Words to choose from, or not. */
    suggestions?: readonly string[];
  },
) {
  const {
    name,
    label,
    filled,
    value = '',
    type = 'text',
    inputmode,
    autocomplete = 'off',
    quietLabel = false,
    isCode = false,
    suggestions,
  } = props;
  return (
    <div class="field">
      <label for={name} class={quietLabel ? 'unseen' : undefined}>
        {label}
      </label>
      <input
        type={type}
        id={name}
        name={name}
        value={valueInTurns(filled.values[name] ?? value)}
        autocomplete={autocomplete}
        inputmode={inputmode as 'text'}
        dir="auto"
        list={suggestions && `${name}-list`}
        {...(isCode ? { autocapitalize: 'none', autocorrect: 'off', spellcheck: false } : {})}
        {...described(props)}
      />
      {suggestions && (
        <datalist id={`${name}-list`}>
          {suggestions.map((words) => (
            <option value={words}></option>
          ))}
        </datalist>
      )}
      <Around {...props} />
    </div>
  );
}

export function TextArea(
  props: FieldProps & {
    rows?: number;
    quietLabel?: boolean;
    class?: string;
    placeholder?: string;
    /** Which way the words run, where that is not their language's. */
    direction?: 'ltr' | 'rtl';
  },
) {
  const { name, label, filled, value = '', rows = 6, quietLabel = false, language } = props;
  return (
    <div class={`field ${props.class ?? ''}`.trim()}>
      <label for={name} class={quietLabel ? 'unseen' : undefined}>
        {label}
      </label>
      <textarea
        id={name}
        name={name}
        rows={rows}
        placeholder={props.placeholder}
        {...(language ? { lang: language, dir: props.direction ?? directionOf(language) } : { dir: 'auto' })}
        {...described(props)}
      >
        {/* The parser drops one line break after the tag, so one is given that it may drop. */}
        {inTurns(`\n${filled.values[name] ?? value}`)}
      </textarea>
      <Around {...props} />
    </div>
  );
}

export type Option = { value: string; label: Child; hint?: Child };

/** One of a few, all in sight. */
export function Choice({
  legend,
  options,
  ...props
}: Omit<FieldProps, 'label'> & { legend: string; options: readonly Option[] }) {
  const { name, filled, value } = props;
  const chosen = filled.values[name] ?? value;
  return (
    <fieldset class="field choices" {...described(props)}>
      <legend>{legend}</legend>
      {options.map((option, index) => (
        <label class="choice">
          <input
            type="radio"
            id={index === 0 ? name : undefined}
            name={name}
            value={option.value}
            checked={option.value === chosen}
          />
          <span class="what">{option.label}</span>
          {option.hint && <span class="means">{option.hint}</span>}
        </label>
      ))}
      <Around {...props} />
    </fieldset>
  );
}

/** One of many. */
export function Select({
  options,
  ...props
}: FieldProps & { options: readonly { value: string; label: string; lang?: string }[] }) {
  const { name, label, filled, value } = props;
  const chosen = filled.values[name] ?? value;
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <select id={name} name={name} {...described(props)}>
        {options.map((option) => (
          <option value={option.value} selected={option.value === chosen} lang={option.lang}>
            {option.label}
          </option>
        ))}
      </select>
      <Around {...props} />
    </div>
  );
}

/** A switch. Once the form was sent, what was ticked counts, else `value`. */
export function Switch(props: Omit<FieldProps, 'value'> & { value?: boolean }) {
  const { name, label, filled, value = false } = props;
  const sent = Object.keys(filled.values).length > 0;
  return (
    <div class="field">
      <label class="tick">
        <input
          type="checkbox"
          name={name}
          value="yes"
          checked={sent ? name in filled.values : value}
          {...described(props)}
        />
        {label}
      </label>
      <Around {...props} />
    </div>
  );
}

/** Why a field was refused, beside it. */
export function FieldError({ name, say, filled }: { name: string; say: Say; filled: Filled }) {
  const error = filled.errors[name];
  return error ? (
    <p class="wrong" id={`${name}-error`}>
      {say(error.key, error.values)}
    </p>
  ) : null;
}

function Around(props: { name: string; say: Say; filled: Filled; hint?: Child }) {
  return (
    <>
      {props.hint && (
        <p class="hint" id={`${props.name}-hint`}>
          {props.hint}
        </p>
      )}
      <FieldError {...props} />
    </>
  );
}

function described({ name, filled, hint }: { name: string; filled: Filled; hint?: Child }) {
  const refused = name in filled.errors;
  const ids = [hint ? `${name}-hint` : '', refused ? `${name}-error` : ''].filter((id) => id !== '');
  return {
    ...(ids.length > 0 ? { 'aria-describedby': ids.join(' ') } : {}),
    ...(refused ? { 'aria-invalid': 'true' as const } : {}),
  };
}
