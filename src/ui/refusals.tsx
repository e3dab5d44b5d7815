import type { Filled } from '#http/forms.ts';
import type { Say } from '#i18n/messages.ts';

// Of a long letter with hundreds of open places the first are enough to begin with.
const mostWays = 12;

type RefusalsProps = {
  say: Say;
  filled: Filled;
  /** What became of everything else. */
  says: string;
  /** What a field is called, by its name; a refusal whose field has no name of its own says only why. */
  labelOf?: (name: string) => string | undefined;
};

/**
 * Above a form that was refused: what became of the rest, and a way to each field that wants a look, of very
 * many to the first twelve. It has the focus when the page opens, so that it is heard first. Nothing where
 * nothing was refused.
 */
export function Refusals({ say, filled, says, labelOf = () => undefined }: RefusalsProps) {
  const refused = Object.entries(filled.errors);
  if (refused.length === 0) return null;
  return (
    <div class="notice refusals" role="alert" tabindex={-1} autofocus>
      <p>{says}</p>
      <ul class="ways">
        {refused.slice(0, mostWays).map(([name, error]) => {
          const field = labelOf(name);
          const why = say(error.key, error.values);
          return (
            <li>
              <a href={`#${name}`}>{field === undefined ? why : say('field.refused', { field, why })}</a>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
