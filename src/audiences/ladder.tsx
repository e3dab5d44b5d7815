import { audienceInWords, audienceMeans } from '#audiences/in-words.ts';
import type { Offered } from '#audiences/offered-to.ts';
import type { Filled } from '#http/forms.ts';
import type { Say } from '#i18n/messages.ts';
import { FieldError } from '#ui/fields.tsx';

type LadderProps = {
  say: Say;
  called: string;
  offered: readonly Offered[];
  chosen: string | undefined;
  filled: Filled;
};

/** Who may see it, from the narrowest step to the widest, each with what it means. */
export function Ladder({ say, called, offered, chosen, filled }: LadderProps) {
  return (
    <fieldset class="ladder">
      <legend class="unseen">{say('publication.audience')}</legend>
      {offered.map(({ audience, name }, index) => (
        <label class="step">
          <input
            type="radio"
            id={index === 0 ? 'audience' : undefined}
            name="audience"
            value={audience}
            checked={audience === chosen}
          />
          <span class="what" dir="auto">
            {audienceInWords(say, audience, name)}
          </span>
          <span class="means">{audienceMeans(say, audience, called)}</span>
        </label>
      ))}
      <FieldError name="audience" say={say} filled={filled} />
    </fieldset>
  );
}
