import type { Filled } from '#http/forms.ts';
import type { Say } from '#i18n/messages.ts';
import type { Gallery } from '#photographs/show.ts';
import { CoverFields } from '#tributes/pages/cover-fields.tsx';
import { PlaceSelect } from '#tributes/pages/place-select.tsx';
import { type Placed, photographsFirst, type TributeKind } from '#tributes/tribute.ts';
import { Switch, TextField } from '#ui/fields.tsx';

type RowProps = {
  say: Say;
  kind: TributeKind;
  placed: Placed;
  text: string;
  gallery: Gallery;
  mayCover: boolean;
  filled: Filled;
};

/** A photograph of what is being written: where it stands, what is said about it, and what is over it. */
export function PhotographRow({ say, kind, placed, text, gallery, mayCover, filled }: RowProps) {
  const { photographId } = placed;
  const props = gallery(photographId, placed.alternative);
  return (
    <div class="dropped" data-photograph={photographId}>
      {props && (
        <img class="thumb" src={props.src} width={props.width} height={props.height} alt="" loading="lazy" />
      )}
      <div class="stack">
        {photographsFirst.includes(kind) ? (
          // It names the photograph to the server, as a place does on the other sheets.
          <input type="hidden" name={`after-${photographId}`} value="0" />
        ) : (
          <PlaceSelect say={say} placed={placed} text={text} filled={filled} />
        )}
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
        {mayCover && <CoverFields say={say} filled={filled} cover={placed.cover} of={`-${photographId}`} />}
        <Switch
          name={`remove-${photographId}`}
          label={say('photograph.remove', { kind })}
          say={say}
          filled={filled}
        />
      </div>
    </div>
  );
}
