import { languageName, writingLanguages } from '#i18n/languages.ts';
import { palettes } from '#memorials/memorial.ts';
import type { PartProps } from '#memorials/pages/child-names.tsx';
import { seenBy } from '#memorials/seen-by.ts';
import { Drawing, drawings } from '#ui/drawings.tsx';
import { Choice, FieldError, Select, Switch, TextField } from '#ui/fields.tsx';
import type { PictureProps } from '#ui/photograph.tsx';

/** The portrait or a drawing, the colours, and the language of the page. */
export function ChildLooks({
  say,
  memorial,
  filled,
  portrait,
}: PartProps & { portrait: PictureProps | undefined }) {
  const fields = { say, filled };
  return (
    <>
      <h2>{say('about-child.looks')}</h2>
      {portrait && (
        <img
          class="thumb"
          src={portrait.src}
          width={portrait.width}
          height={portrait.height}
          alt={portrait.alternative}
        />
      )}
      <div class="field">
        <label for="portrait">{say('start.portrait.label')}</label>
        <input type="file" id="portrait" name="portrait" accept="image/jpeg,image/png,image/webp" />
        {seenBy(say, memorial, 'portrait') !== '' && <p class="hint">{seenBy(say, memorial, 'portrait')}</p>}
        <FieldError name="portrait" say={say} filled={filled} />
      </div>
      {portrait && (
        <>
          <TextField
            {...fields}
            name="portrait-alternative"
            label={say('photograph.alternative')}
            hint={say('photograph.alternative-hint')}
            value={memorial.portraitAlternative}
          />
          <Switch {...fields} name="portrait-none" label={say('about-child.portrait-none')} />
        </>
      )}
      <Choice
        {...fields}
        name="drawing"
        legend={say('about-child.drawing')}
        value={memorial.drawing}
        options={drawings.map((kind) => ({
          value: kind,
          label: <Drawing kind={kind} label={say(`drawing.${kind}`)} />,
        }))}
      />
      <Choice
        {...fields}
        name="palette"
        legend={say('about-child.palette')}
        value={memorial.palette}
        options={palettes.map((palette) => ({
          value: palette,
          label: (
            <>
              <span class={`swatch palette-${palette}`}></span>
              {say(`palette.${palette}`)}
            </>
          ),
        }))}
      />
      <Select
        {...fields}
        name="language"
        label={say('about-child.language')}
        value={memorial.language}
        options={writingLanguages.map((tag) => ({ value: tag, label: languageName(tag), lang: tag }))}
      />
    </>
  );
}
