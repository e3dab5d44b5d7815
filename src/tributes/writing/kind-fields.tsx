import { isAskedFirst, WhenField } from '#tributes/writing/around-fields.tsx';
import type { Sheet } from '#tributes/writing/sheet.ts';
import { keepsakes } from '#tributes/tribute.ts';
import { Select, TextField } from '#ui/fields.tsx';

/** What only some kinds ask, in sight: which keepsake it is, where a farewell was, when it happened. */
export function KindFields(sheet: Sheet) {
  const { say, kind, words, filled } = sheet;
  if (kind === 'keepsake') {
    return (
      <div class="foot stack">
        <Select
          name="keepsake"
          label={say('writing.keepsake')}
          say={say}
          filled={filled}
          value={words.keepsake}
          options={['', ...keepsakes].map((value) => ({
            value,
            label: say(value === '' ? 'writing.keepsake-other' : `keepsake.${value}`),
          }))}
        />
      </div>
    );
  }
  if (!isAskedFirst(sheet)) return null;
  return (
    <div class="foot stack">
      <WhenField {...sheet} />
      {kind === 'farewell' && (
        <TextField
          name="place"
          label={say('writing.place')}
          hint={say('writing.place-hint')}
          say={say}
          filled={filled}
          value={words.place}
        />
      )}
    </div>
  );
}
