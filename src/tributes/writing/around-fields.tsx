import type { Filled } from '#http/forms.ts';
import { languageAsked, LanguageField } from '#tributes/writing/language-fields.tsx';
import type { Sheet } from '#tributes/writing/sheet.ts';
import type { Signature, Words } from '#tributes/tribute.ts';
import { DateFields } from '#ui/date-fields.tsx';
import { TextField } from '#ui/fields.tsx';

/** When it happened, to whom it is written, who signs and in which language: folded away around the words. */
export function AroundFields({ sheet, signers }: { sheet: Sheet; signers: readonly Signature[] }) {
  const { say, called, kind, words, filled } = sheet;
  const refused = ['memory', 'addressee'].some((name) => name in filled.errors);
  return (
    <details class="else" open={refused}>
      <summary>{say('writing.when-and-who', { kind })}</summary>
      <div class="foot stack">
        {kind === 'letter' && (
          <TextField
            name="addressee"
            label={say('writing.addressee')}
            hint={say('writing.addressee-hint', { called })}
            say={say}
            filled={filled}
            value={words.addressee}
          />
        )}
        {!isAskedFirst(sheet) && <WhenField {...sheet} />}
        <fieldset class="field">
          <legend>{say('writing.signed')}</legend>
          {signers.map(({ personId, as }) => (
            <label class="tick">
              <input
                type="checkbox"
                name={`signs-${personId}`}
                value="yes"
                checked={signs(filled, words, personId)}
              />
              {as}
            </label>
          ))}
          {signers.length > 1 && <p class="hint">{say('writing.signs-hint')}</p>}
        </fieldset>
        {languageAsked(sheet) === undefined && <LanguageField {...sheet} />}
      </div>
    </details>
  );
}

/** Of a photograph and a farewell, when it was is asked in sight. */
export const isAskedFirst = ({ kind }: Pick<Sheet, 'kind'>): boolean =>
  kind === 'photograph' || kind === 'farewell';

/** When it happened, as exactly as it is known. */
export function WhenField({ say, kind, words, filled }: Sheet) {
  return (
    <DateFields
      name="memory"
      legend={say('writing.when', { kind })}
      hint={say('writing.when-hint')}
      say={say}
      filled={filled}
      date={words.memory}
    />
  );
}

function signs(filled: Filled, words: Words, personId: string): boolean {
  if ('text' in filled.values) return `signs-${personId}` in filled.values;
  return words.signed.some((signature) => signature.personId === personId);
}
