import { languageHere } from '#i18n/spoken.ts';
import { dateInWords } from '#i18n/dates.ts';
import type { Sheet } from '#tributes/writing/sheet.ts';
import { titleOf } from '#tributes/title.ts';
import type { Headed } from '#tributes/headed.ts';
import { Select, TextField } from '#ui/fields.tsx';

/** What a tribute belongs to: another memory of the same child, and in what words. Folded away until it is. */
export function PointerFields({ sheet, pointable }: { sheet: Sheet; pointable: readonly Headed[] }) {
  const { say, called, words, filled } = sheet;
  if (pointable.length === 0) return null;
  const shown = words.pointsTo.filter(({ to }) => pointable.some(({ id }) => id === to));
  const refused = Object.keys(filled.errors).some((name) => name.startsWith('points-'));
  const options = [
    { value: '', label: say('pointer.none') },
    ...pointable.map((one) => ({
      value: one.id,
      label: [titleOf(say, one.kind, one, called), one.memory ? dateInWords(one.memory, languageHere()) : '']
        .filter((part) => part !== '')
        .join(' · '),
    })),
  ];
  return (
    <details class="else" open={shown.length > 0 || refused}>
      <summary>{say('pointer.belongs')}</summary>
      <div class="foot stack">
        {[...shown, { to: '', words: '' }].map((pointer, row) => (
          <div class="pointer stack">
            <Select
              name={`points-to-${row}`}
              label={say('pointer.to')}
              say={say}
              filled={filled}
              value={pointer.to}
              options={options}
            />
            <TextField
              name={`points-words-${row}`}
              label={say('pointer.words')}
              hint={say('pointer.words-hint')}
              say={say}
              filled={filled}
              value={pointer.words}
            />
          </div>
        ))}
      </div>
    </details>
  );
}
