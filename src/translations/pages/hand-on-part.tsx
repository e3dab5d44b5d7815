import { WhomToAsk } from '#families/invitations/whom-to-ask.tsx';
import type { Filled } from '#http/forms.ts';
import type { Say } from '#i18n/messages.ts';
import { handOnPath } from '#translations/paths.ts';
import type { Translation } from '#translations/translation.ts';
import { Choice, FormKey } from '#ui/fields.tsx';

type HandOnPartProps = {
  say: Say;
  translation: Translation;
  /** Whether all that stands there is kept as an approved version, so that somebody can begin from nothing. */
  isKept: boolean;
  /** Whether whoever looks translates it themselves. */
  isOwn: boolean;
  filled: Filled;
};

/** Somebody else goes on with a translation, or makes a new one in its place. */
export function HandOnPart({ say, translation, isKept, isOwn, filled }: HandOnPartProps) {
  const { translator: name } = translation;
  const what = isKept ? 'hand-on.anew-' : 'hand-on.';
  const isRefused = ['name', 'email', 'from'].some((field) => field in filled.errors);
  return (
    <details class="else" open={isRefused}>
      <summary>{say(`${what}title`)}</summary>
      <form class="stack" method="post" action={handOnPath(translation)}>
        <FormKey />
        <p>{say(`${what}says`, { name })}</p>
        {isKept && (
          <Choice
            say={say}
            filled={filled}
            name="from"
            legend={say('hand-on.from')}
            options={(['nothing', 'there'] as const).map((value) => ({
              value,
              label: say(`hand-on.from-${value}`),
            }))}
            value="nothing"
          />
        )}
        <WhomToAsk say={say} filled={filled} />
        <div class="row">
          <button class="act first">{say('translations.ask')}</button>
          {!isOwn && (
            <button class="act plain" formaction={`${handOnPath(translation)}/own`} formnovalidate>
              {say('hand-on.own')}
            </button>
          )}
        </div>
      </form>
    </details>
  );
}
