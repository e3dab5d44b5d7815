import type { Audience } from '#audiences/audience.ts';
import type { Filled } from '#http/forms.ts';
import type { Say } from '#i18n/messages.ts';
import { FieldError } from '#ui/fields.tsx';

type AudienceLadderProps = {
  say: Say;
  called: string;
  audiences: readonly Audience[];
  chosen: string | undefined;
  filled: Filled;
};

/** Who may see it, from the narrowest step to the widest, each with what it means. */
export function AudienceLadder({ say, called, audiences, chosen, filled }: AudienceLadderProps) {
  return (
    <fieldset class="ladder">
      <legend class="unseen">{say('publication.audience')}</legend>
      {audiences.map((audience) => (
        <label class="step">
          <input type="radio" name="audience" value={audience} checked={audience === chosen} />
          <span class="what">{say(`audience.${audience}`)}</span>
          <span class="means">{say(`audience.${audience}.means`, { called })}</span>
        </label>
      ))}
      <FieldError name="audience" say={say} filled={filled} />
    </fieldset>
  );
}
