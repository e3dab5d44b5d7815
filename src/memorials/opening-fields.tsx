import { z } from 'zod';
import { type Filled, line, ticked } from '#http/forms.ts';
import type { Say } from '#i18n/messages.ts';
import { addressFrom } from '#memorials/address.ts';
import { type Memorial, shownParts, type Shows } from '#memorials/memorial.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import { Switch, TextField } from '#ui/fields.tsx';

const shownFields = Object.fromEntries(shownParts.map((part) => [`shows-${part}`, ticked]));

/** What is asked once, when a child's page is first opened to everyone. */
export const openingForm = z
  .object({ address: line(100), listed: ticked, indexed: ticked, ...shownFields })
  .transform(({ address, listed, indexed, ...typed }) => {
    const shown = typed as Record<string, boolean>;
    const shows = Object.fromEntries(shownParts.map((part) => [part, shown[`shows-${part}`]])) as Shows;
    return { address, listed, indexed, shows };
  });

// At the first opening these go along: a page that says “our baby” to everyone is a choice.
const goAlong: ReadonlySet<string> = new Set(['name', 'sentence', 'days', 'portrait']);

function isKept(memorial: Memorial, part: keyof Shows): boolean {
  if (part === 'sentence') return memorial.sentence !== '';
  if (part === 'loss') return memorial.loss !== '';
  if (part === 'measures') return memorial.measures.length > 0;
  if (part === 'resting-place') return memorial.restingPlace !== '';
  if (part === 'siblings') return memorial.siblings.length > 0;
  return true;
}

type OpeningFieldsProps = { say: Say; memorial: Memorial; filled: Filled; siteUrl: string };

/** The address, and what may be seen beside the tributes. Nothing is ticked that was not chosen before. */
export function OpeningFields({ say, memorial, filled, siteUrl }: OpeningFieldsProps) {
  const { shows, listed, indexed } = memorial;
  const first = memorial.address === undefined;
  const fields = { say, filled };
  return (
    <fieldset class="field within opening">
      <legend>{say('opening.title', { called: calledIn(memorial, 'en') })}</legend>
      <TextField
        {...fields}
        name="address"
        label={say('opening.address')}
        hint={say('opening.address-hint', { site: siteUrl })}
        value={memorial.address ?? addressFrom(calledIn(memorial, memorial.language))}
      />
      {shownParts
        .filter((part) => isKept(memorial, part))
        .map((part) => (
          <Switch
            {...fields}
            name={`shows-${part}`}
            label={say(`opening.${part}`)}
            value={(first && goAlong.has(part)) || shows[part]}
          />
        ))}
      <Switch {...fields} name="listed" label={say('opening.listed')} value={listed} />
      <Switch {...fields} name="indexed" label={say('opening.indexed')} value={indexed} />
    </fieldset>
  );
}
