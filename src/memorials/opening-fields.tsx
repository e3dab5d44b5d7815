import { z } from 'zod';
import { type Filled, line, ticked } from '#http/forms.ts';
import type { Say } from '#i18n/messages.ts';
import { addressFrom } from '#memorials/address.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import { Switch, TextField } from '#ui/fields.tsx';

/** What is asked once, when a child's page is first opened to everyone. */
export const openingForm = z
  .object({
    address: line(100),
    'shows-name': ticked,
    'shows-days': ticked,
    'shows-portrait': ticked,
    listed: ticked,
    indexed: ticked,
  })
  .transform((typed) => ({
    address: typed.address,
    shows: { name: typed['shows-name'], days: typed['shows-days'], portrait: typed['shows-portrait'] },
    listed: typed.listed,
    indexed: typed.indexed,
  }));

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
      {/* At the first opening the name goes along: a page that says “our baby” to everyone is a choice. */}
      <Switch {...fields} name="shows-name" label={say('opening.name')} value={first || shows.name} />
      <Switch {...fields} name="shows-days" label={say('opening.days')} value={first || shows.days} />
      <Switch
        {...fields}
        name="shows-portrait"
        label={say('opening.portrait')}
        value={first || shows.portrait}
      />
      <Switch {...fields} name="listed" label={say('opening.listed')} value={listed} />
      <Switch {...fields} name="indexed" label={say('opening.indexed')} value={indexed} />
    </fieldset>
  );
}
