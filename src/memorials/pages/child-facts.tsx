import { measureKinds } from '#memorials/memorial.ts';
import { isTyped, type PartProps } from '#memorials/pages/child-names.tsx';
import { seenBy } from '#memorials/seen-by.ts';
import { TextField } from '#ui/fields.tsx';

const losses = ['stillborn', 'before-birth', 'miscarriage', 'medical', 'after-birth', 'unknown'] as const;

/** Measures, the place of rest, and the kind of loss: each in free words, each only if wished. */
export function ChildFacts({ say, memorial, filled }: PartProps) {
  const fields = { say, filled };
  return (
    <>
      <h2>{say('about-child.more')}</h2>
      <p class="hint">{say('about-child.more-hint')}</p>
      <details class="else" open={memorial.measures.length > 0 || isTyped(filled, 'measure-')}>
        <summary>{say('about-child.measures')}</summary>
        <div class="stack">
          <p class="hint">
            {say('about-child.measures-hint')} {seenBy(say, memorial, 'measures')}
          </p>
          {measureKinds.map((kind) => (
            <TextField
              {...fields}
              name={`measure-${kind}`}
              label={say(`measure.${kind}`)}
              value={memorial.measures.find((measure) => measure.kind === kind)?.words ?? ''}
            />
          ))}
        </div>
      </details>
      <details class="else" open={memorial.restingPlace !== '' || isTyped(filled, 'resting-place')}>
        <summary>{say('about-child.resting-place')}</summary>
        <TextField
          {...fields}
          name="resting-place"
          label={say('about-child.resting-place-label')}
          hint={`${say('about-child.resting-place-hint')} ${seenBy(say, memorial, 'resting-place')}`}
          value={memorial.restingPlace}
        />
      </details>
      <details class="else" open={memorial.loss !== '' || isTyped(filled, 'loss')}>
        <summary>{say('about-child.loss')}</summary>
        <TextField
          {...fields}
          name="loss"
          label={say('about-child.loss-label')}
          hint={seenBy(say, memorial, 'loss') || say('about-child.loss-hint')}
          value={memorial.loss}
          suggestions={losses.map((kind) => say(`loss.${kind}`))}
        />
      </details>
    </>
  );
}
