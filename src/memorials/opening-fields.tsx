import { languageHere } from '#i18n/spoken.ts';
import { z } from 'zod';
import { type Audience, isWider, type StepOut, stepOutIn, stepsOut } from '#audiences/audience.ts';
import type { Fields } from '#http/fields.ts';
import { type Filled, line, readForm, ticked } from '#http/forms.ts';
import type { Say } from '#i18n/messages.ts';
import { addressFrom } from '#memorials/address.ts';
import { type Memorial, shownParts, type Shows } from '#memorials/memorial.ts';
import type { Opening } from '#memorials/open.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import { Switch, TextField } from '#ui/fields.tsx';

/** Whom the child's page itself is opened to. */
export const stepOutField = z.enum(stepsOut, { error: 'error.audience' });
const shownFields = Object.fromEntries(shownParts.map((part) => [`shows-${part}`, ticked]));

const form = z
  .object({
    address: line(100).default(''),
    listed: ticked,
    indexed: ticked,
    federated: ticked,
    ...shownFields,
  })
  .transform(({ address, listed, indexed, federated, ...typed }) => {
    const shown = typed as Record<string, boolean>;
    const shows = Object.fromEntries(shownParts.map((part) => [part, shown[`shows-${part}`]])) as Shows;
    return { address, listed, indexed, federated, shows };
  });

/** What is asked once, when a child's page is first opened to a step beyond the family. */
export function readOpening(fields: Fields, to: StepOut): { opening: Opening } | { refused: Filled } {
  const read = readForm(form, fields);
  return read.ok ? { opening: { ...read.form, to } } : { refused: read.filled };
}

/**
 * What was answered about opening the child's page, where something on it is to be for more than the page is.
 * Nothing where it reaches far enough.
 */
export function readOpeningFor(
  memorial: Memorial,
  audience: Audience,
  fields: Fields,
): { opening: Opening | undefined } | { refused: Filled } {
  const to = stepOutIn(audience);
  if (to === undefined || !isWider(to, memorial.audience)) return { opening: undefined };
  return readOpening(fields, to);
}

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

type OpeningFieldsProps = {
  say: Say;
  memorial: Memorial;
  filled: Filled;
  siteUrl: string;
  /** Whether it is asked beside something else, and only where that is to be for more than the page is. */
  asked?: boolean;
};

/** What may be seen beside the tributes, and for everyone the address. Nothing is ticked that was not chosen before. */
export function OpeningFields({ say, memorial, filled, siteUrl, asked = true }: OpeningFieldsProps) {
  const { shows, listed, indexed, federated } = memorial;
  const first = memorial.audience === 'only-us' && memorial.address === undefined;
  const fields = { say, filled };
  return (
    <fieldset class={`field within opening ${asked ? `beyond-${memorial.audience}` : ''}`.trim()}>
      <legend>
        {say(asked ? 'opening.title' : 'opening.beside', { called: calledIn(memorial, languageHere()) })}
      </legend>
      <p class="hint">{say('opening.readers-see')}</p>
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
      <div class="for-everyone">
        <TextField
          {...fields}
          name="address"
          label={say('opening.address')}
          hint={say('opening.address-hint', { site: siteUrl })}
          value={memorial.address ?? addressFrom(calledIn(memorial, memorial.language))}
        />
        <Switch {...fields} name="listed" label={say('opening.listed')} value={listed} />
        <Switch {...fields} name="indexed" label={say('opening.indexed')} value={indexed} />
        <Switch {...fields} name="federated" label={say('opening.federated')} value={federated} />
      </div>
    </fieldset>
  );
}
