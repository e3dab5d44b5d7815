import type { Filled } from '#http/forms.ts';
import type { Say } from '#i18n/messages.ts';
import { beginningOf } from '#lib/beginning.ts';
import type { Gallery } from '#photographs/show.ts';
import { paragraphsOf } from '#tributes/paragraphs.ts';
import type { Placed } from '#tributes/tribute.ts';
import { Select, Switch, TextField } from '#ui/fields.tsx';

type RowProps = { say: Say; placed: Placed; text: string; gallery: Gallery; filled: Filled };

/** A photograph of the letter that is being written: where it stands, and what is said about it. */
export function PhotographRow({ say, placed, text, gallery, filled }: RowProps) {
  const { photographId } = placed;
  const props = gallery(photographId, placed.alternative);
  const paragraphs = text === '' ? [] : paragraphsOf(text);
  return (
    <div class="dropped" data-photograph={photographId}>
      {props && <img class="thumb" src={props.src} width={props.width} height={props.height} alt="" />}
      <div class="stack">
        <Select
          name={`after-${photographId}`}
          label={say('photograph.place')}
          say={say}
          filled={filled}
          value={String(Math.min(placed.after, paragraphs.length))}
          options={[
            { value: '0', label: say('photograph.before-words') },
            ...paragraphs.map((paragraph, index) => ({
              value: String(index + 1),
              label: say('photograph.after', {
                beginning: beginningOf(paragraph.replace(/\s+/g, ' ').trim(), 40) || '…',
              }),
            })),
          ]}
        />
        <TextField
          name={`caption-${photographId}`}
          label={say('photograph.caption')}
          say={say}
          filled={filled}
          value={placed.caption}
        />
        <TextField
          name={`alternative-${photographId}`}
          label={say('photograph.alternative')}
          hint={say('photograph.alternative-hint')}
          say={say}
          filled={filled}
          value={placed.alternative}
        />
        <Switch name={`remove-${photographId}`} label={say('photograph.remove')} say={say} filled={filled} />
      </div>
    </div>
  );
}
