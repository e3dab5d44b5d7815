import { untouched } from '#http/forms.ts';
import type { Gallery } from '#photographs/show.ts';
import { paragraphsOf } from '#tributes/paragraphs.ts';
import { PhotographRow } from '#tributes/writing/photograph-row.tsx';
import type { Sheet } from '#tributes/writing/sheet.ts';
import type { Placed } from '#tributes/tribute.ts';

type PhotographsPartProps = { sheet: Sheet; gallery: Gallery; mayCover: boolean };

/** The photographs of what is being written, and where more are chosen. */
export function PhotographsPart({ sheet, gallery, mayCover }: PhotographsPartProps) {
  const { say, kind, words, filled } = sheet;
  const paragraphs = words.text === '' ? [] : paragraphsOf(words.text);
  return (
    <div class={`photographs kind-${kind}`}>
      {words.photographs.map((placed) => (
        <PhotographRow
          say={say}
          kind={kind}
          placed={placed}
          paragraphs={paragraphs}
          gallery={gallery}
          mayCover={mayCover}
          filled={filled}
        />
      ))}
      <template>
        <PhotographRow
          say={say}
          kind={kind}
          placed={newPhotograph}
          paragraphs={[]}
          gallery={newPicture}
          mayCover={mayCover}
          filled={untouched}
        />
      </template>
      <div class="between">
        <label class="act" for="photographs">
          {say('writing.add-photographs', { kind })}
        </label>
        <input
          type="file"
          id="photographs"
          name="photographs"
          accept="image/jpeg,image/png,image/webp"
          multiple
        />
        <p class="hint">{say('writing.photograph-hint')}</p>
        {kind === 'photograph' && (
          <noscript>
            <p class="hint">{say('writing.fifty-at-a-time')}</p>
          </noscript>
        )}
      </div>
    </div>
  );
}

// What scripts make a row from when a photograph has arrived.
const newPhotograph: Placed = { photographId: 'new', after: 0, caption: '', alternative: '' };
const newPicture: Gallery = () => ({
  sources: [],
  src: '',
  width: 0,
  height: 0,
  alternative: '',
  placeholder: '',
});
