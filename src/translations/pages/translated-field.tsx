import type { Filled } from '#http/forms.ts';
import { directionOf, nameIn } from '#i18n/languages.ts';
import type { Say } from '#i18n/messages.ts';
import { languageHere } from '#i18n/spoken.ts';
import { directionOfWords } from '#tributes/direction.ts';
import { kindOfPart } from '#translations/around.ts';
import { InLanguage } from '#translations/beside.tsx';
import type { Row } from '#translations/translation.ts';
import { FieldError } from '#ui/fields.tsx';
import { type PictureProps, Photo } from '#ui/photograph.tsx';
import { inTurns } from '#ui/in-turns.ts';

type TranslatedFieldProps = {
  say: Say;
  /** The languages of the original and of the translation (BCP 47). */
  from: string;
  to: string;
  row: Row & { field: string };
  /** The photograph that these words, and perhaps the next, belong to. */
  photograph: PictureProps | undefined;
  /** What is kept by now, where something else was typed on an older page. */
  meanwhile: string | undefined;
  filled: Filled;
};

/** Words of the original, and beside them the field for their translation. */
export function TranslatedField({ say, from, to, row, photograph, meanwhile, filled }: TranslatedFieldProps) {
  const { field, original, was, byMachine } = row;
  const text = filled.values[field] ?? row.text;
  const label = fieldLabel(say, to, field);
  const heading = field.startsWith('around-') ? label : undefined;
  const refused = field in filled.errors;
  const describedBy = [`${field}-original`, refused ? `${field}-error` : '']
    .filter((id) => id !== '')
    .join(' ');
  return (
    <>
      {photograph && (
        <figure class="of-words" lang={from}>
          <Photo {...photograph} />
        </figure>
      )}
      {heading !== undefined && <h2 class="of-what">{heading}</h2>}
      <div class={was === undefined ? 'pair' : 'pair outdated'}>
        <div class="stack">
          <InLanguage language={from} text={original} id={`${field}-original`} />
          {was !== undefined && (
            <>
              <p class="hint">{say('translating.was')}</p>
              <del class="altered">
                <InLanguage language={from} text={was} />
              </del>
            </>
          )}
        </div>
        <div class="field">
          <label for={field} class="unseen">
            {label}
          </label>
          <textarea
            id={field}
            name={field}
            rows={rowsFor(original)}
            lang={to}
            dir={directionOfWords(to, text)}
            data-runs={directionOf(to)}
            aria-describedby={describedBy}
            aria-invalid={refused ? 'true' : undefined}
          >
            {/* The parser drops one line break after the tag, so one is given that it may drop. */}
            {inTurns(`\n${text}`)}
          </textarea>
          <FieldError name={field} say={say} filled={filled} />
          {byMachine && !refused && <p class="hint">{say('translating.by-machine')}</p>}
          {(was !== undefined || byMachine) && (
            <label class="tick">
              <input
                type="checkbox"
                name={`fits-${field}`}
                value="yes"
                checked={`fits-${field}` in filled.values}
              />
              {say(was === undefined ? 'translating.mine' : 'translating.fits')}
            </label>
          )}
          {meanwhile !== undefined && meanwhile !== text && (
            <div class="meanwhile">
              <p class="hint">{say('translating.meanwhile')}</p>
              <InLanguage language={to} text={meanwhile} />
            </div>
          )}
        </div>
      </div>
    </>
  );
}

/** What a field is called, by the name it is sent under; nothing for one that is no part of the words. */
export function fieldLabel(say: Say, to: string, field: string): string | undefined {
  const [where = '', part = ''] = field.split('-');
  if (where === 'around') return say(`translating.part-${kindOfPart(part)}`);
  if (where !== 'text') return undefined;
  return say('translating.paragraph', { number: Number(part) + 1, language: nameIn(languageHere(), to) });
}

const lettersInARow = 44;
const mostRows = 24;

/** As many rows as the original would take there; a field grows by itself where the browser knows how. */
function rowsFor(text: string): number {
  const rows = text
    .split('\n')
    .reduce((sum, one) => sum + Math.max(1, Math.ceil(one.length / lettersInARow)), 0);
  return Math.min(rows, mostRows);
}
