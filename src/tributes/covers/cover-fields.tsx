import type { Filled } from '#http/forms.ts';
import type { Say } from '#i18n/messages.ts';
import type { Cover } from '#tributes/tribute.ts';
import { Switch, TextField } from '#ui/fields.tsx';

type CoverFieldsProps = {
  say: Say;
  filled: Filled;
  cover: Cover;
  /** `-<id>` for one photograph; nothing for the whole tribute. */
  of?: string;
};

/** A cover, folded away: there is none unless a parent lays one, and it says what they want it to say. */
export function CoverFields({ say, filled, cover, of = '' }: CoverFieldsProps) {
  const one = of === '' ? 'tribute' : 'photograph';
  return (
    <details class="else" open={cover !== undefined || `cover-words${of}` in filled.errors}>
      <summary>{say(`cover.lay-${one}`)}</summary>
      <div class="foot stack">
        <Switch
          name={`covered${of}`}
          label={say(`cover.covers-${one}`)}
          say={say}
          filled={filled}
          value={cover !== undefined}
        />
        <TextField
          name={`cover-words${of}`}
          label={say('cover.words')}
          hint={say('cover.words-hint', { sentence: say('cover.sentence') })}
          say={say}
          filled={filled}
          value={cover}
        />
      </div>
    </details>
  );
}
