import type { Filled } from '#http/forms.ts';
import type { Say } from '#i18n/messages.ts';
import { type Memorial, pronouns } from '#memorials/memorial.ts';
import { nameRows } from '#memorials/read-names.ts';
import { seenBy } from '#memorials/seen-by.ts';
import { Choice, TextField } from '#ui/fields.tsx';

export type PartProps = { say: Say; memorial: Memorial; filled: Filled };

/** What we call you and how it is said, other names, pronouns, and the sentence beneath the name. */
export function ChildNames({ say, memorial, filled }: PartProps) {
  const fields = { say, filled };
  return (
    <>
      <TextField
        {...fields}
        name="called"
        label={say('about-child.called')}
        hint={`${say('about-child.called-hint')} ${seenBy(say, memorial, 'name')}`}
        value={memorial.called}
      />
      <TextField
        {...fields}
        name="pronunciation"
        label={say('about-child.pronunciation')}
        hint={say('about-child.pronunciation-hint')}
        value={memorial.pronunciation}
      />
      <details class="else" open={memorial.names.length > 0 || isTyped(filled, 'name-')}>
        <summary>{say('about-child.names')}</summary>
        <div class="stack">
          <p class="hint">
            {say('about-child.names-hint')} {seenBy(say, memorial, 'name')}
          </p>
          {rowsOfNames(memorial, filled).map((at) => (
            <div class="beside">
              <TextField
                {...fields}
                name={`name-${at}`}
                label={say('about-child.other-name')}
                value={memorial.names[at]?.name}
              />
              <TextField
                {...fields}
                name={`name-${at}-pronunciation`}
                label={say('about-child.said')}
                value={memorial.names[at]?.pronunciation}
              />
            </div>
          ))}
        </div>
      </details>
      <details class="else" open={memorial.pronouns !== '' || 'pronouns' in filled.errors}>
        <summary>{say('about-child.pronouns')}</summary>
        <Choice
          {...fields}
          name="pronouns"
          legend={say('about-child.pronouns-legend')}
          value={memorial.pronouns}
          options={pronouns.map((one) => ({ value: one, label: say(`pronouns.${one || 'open'}`) }))}
        />
      </details>
      <TextField
        {...fields}
        name="sentence"
        label={say('about-child.sentence')}
        hint={`${say('about-child.sentence-hint')} ${seenBy(say, memorial, 'sentence')}`}
        value={memorial.sentence}
      />
    </>
  );
}

/** Whether something stands, or is wrong, in a field of a form that was sent. */
export function isTyped(filled: Filled, prefix: string): boolean {
  return (
    Object.keys(filled.errors).some((name) => name.startsWith(prefix)) ||
    Object.entries(filled.values).some(([name, typed]) => name.startsWith(prefix) && typed !== '')
  );
}

/** A row for each name, and a blank one. */
function rowsOfNames(memorial: Memorial, filled: Filled): number[] {
  const typed = nameRows(filled.values).filter((at) => isTyped(filled, `name-${at}`));
  const rows = typed.length > 0 ? typed : memorial.names.map((_, at) => at);
  return [...rows, (rows.at(-1) ?? -1) + 1];
}
