import type { Filled } from '#http/forms.ts';
import type { Say } from '#i18n/messages.ts';
import type { Gallery } from '#photographs/show.ts';
import { CoverFields } from '#tributes/covers/cover-fields.tsx';
import { PlaceSelect } from '#tributes/writing/place-select.tsx';
import { type Placed, photographsFirst, type TributeKind } from '#tributes/tribute.ts';
import { Switch, TextField } from '#ui/fields.tsx';

type RowProps = {
  say: Say;
  kind: TributeKind;
  placed: Placed;
  /** What it can stand between. */
  paragraphs: readonly string[];
  gallery: Gallery;
  mayCover: boolean;
  filled: Filled;
};

/** A photograph of what is being written: what is said about it in sight, the rest folded away. */
export function PhotographRow({ say, kind, placed, paragraphs, gallery, mayCover, filled }: RowProps) {
  const { photographId } = placed;
  const props = gallery(photographId, placed.alternative);
  const isFirst = photographsFirst.includes(kind);
  const isOpen =
    placed.cover !== undefined ||
    ['after', 'alternative', 'cover-words'].some((name) => `${name}-${photographId}` in filled.errors);
  return (
    <div class="dropped" data-photograph={photographId}>
      {props && (
        <img class="thumb" src={props.src} width={props.width} height={props.height} alt="" loading="lazy" />
      )}
      <div class="stack">
        {isFirst && (
          // It names the photograph to the server, as a place does on the other sheets.
          <input type="hidden" name={`after-${photographId}`} value="0" />
        )}
        <TextField
          name={`caption-${photographId}`}
          label={say('photograph.caption')}
          say={say}
          filled={filled}
          value={placed.caption}
        />
        <details class="else" open={isOpen}>
          <summary>{say('photograph.more', { kind })}</summary>
          <div class="stack">
            {!isFirst && (
              <PlaceSelect say={say} kind={kind} placed={placed} paragraphs={paragraphs} filled={filled} />
            )}
            <TextField
              name={`alternative-${photographId}`}
              label={say('photograph.alternative')}
              hint={say('photograph.alternative-hint')}
              say={say}
              filled={filled}
              value={placed.alternative}
            />
            {mayCover && (
              <CoverFields say={say} filled={filled} cover={placed.cover} of={`-${photographId}`} />
            )}
            <Switch
              name={`remove-${photographId}`}
              label={say('photograph.remove', { kind })}
              say={say}
              filled={filled}
            />
          </div>
        </details>
      </div>
    </div>
  );
}
