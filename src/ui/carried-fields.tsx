import type { Say } from '#i18n/messages.ts';
import { beginningOf } from '#lib/beginning.ts';
import { longestTyped } from '#lib/longest-typed.ts';
import { inTurns, valueInTurns } from '#ui/in-turns.ts';

type Fields = Readonly<Record<string, string>>;

/** Everything that was typed in a form, unseen in another: it is sent from there letter for letter. */
export function CarriedFields({ fields }: { fields: Fields }) {
  return (
    <>
      {Object.entries(fields).map(([name, value]) =>
        value.includes('\n') ? (
          // The parser drops one line break after the tag, so one is given that it may drop.
          <textarea name={name} hidden>
            {inTurns(`\n${value}`)}
          </textarea>
        ) : (
          <input type="hidden" name={name} value={valueInTurns(value)} />
        ),
      )}
    </>
  );
}

/** So much of it, and one knows that it is there. */
const enoughToKnow = 20_000;

/** The longest of what was typed, folded; nothing where nothing was. */
export function CarriedWords({ say, fields }: { say: Say; fields: Fields }) {
  const words = longestTyped(fields);
  if (words === '') return null;
  return (
    <details class="else">
      <summary>{say('sign-in.typed')}</summary>
      <textarea readonly rows={8} aria-label={say('sign-in.typed')} dir="auto">
        {`\n${beginningOf(words, enoughToKnow)}`}
      </textarea>
    </details>
  );
}
