import type { Filled } from '#http/forms.ts';
import type { Say } from '#i18n/messages.ts';
import { firstWords } from '#lib/beginning.ts';
import type { Placed, TributeKind } from '#tributes/tribute.ts';
import { Select } from '#ui/fields.tsx';

// The same as in browser/places.ts: of a poem of fifty thousand verses, those around the photograph.
const mostPlaces = 200;

type PlaceSelectProps = {
  say: Say;
  kind: TributeKind;
  placed: Placed;
  paragraphs: readonly string[];
  filled: Filled;
};

/** Between which paragraphs a photograph stands, each named by its first words. */
export function PlaceSelect({ say, kind, placed, paragraphs, filled }: PlaceSelectProps) {
  const value = Math.min(placed.after, paragraphs.length);
  const name = `after-${placed.photographId}`;
  const chosen = Number(filled.values[name] ?? value);
  return (
    <Select
      name={name}
      label={say('photograph.place', { kind })}
      say={say}
      filled={filled}
      value={String(value)}
      options={placesAround(chosen, paragraphs.length).map((place) => ({
        value: String(place),
        label:
          place === 0
            ? say('photograph.before-words')
            : say('photograph.after', {
                beginning: firstWords(paragraphs[place - 1] ?? '', 40) || '…',
              }),
      }))}
    />
  );
}

/** All places from 0 to `last`, or of too many the first, the last, and those around one. */
export function placesAround(place: number, last: number): number[] {
  const from = last <= mostPlaces ? 0 : Math.max(0, Math.min(place, last) - mostPlaces / 2);
  const to = last <= mostPlaces ? last : Math.min(last, from + mostPlaces);
  const near = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return [...(from > 0 ? [0] : []), ...near, ...(to < last ? [last] : [])];
}
