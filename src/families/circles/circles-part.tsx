import type { Circle } from '#families/circles/circle.ts';
import type { Member } from '#families/family.ts';
import { circlePath, circlesPath, memberCirclesPath } from '#families/paths.ts';
import type { Filled } from '#http/forms.ts';
import { untouched } from '#http/forms.ts';
import type { Say } from '#i18n/messages.ts';
import { FormKey, Switch, TextField } from '#ui/fields.tsx';

type CirclesPartProps = { say: Say; familyId: string; circles: readonly Circle[]; filled: Filled };

/** The circles of a family, and making one; nobody needs any. */
export function CirclesPart({ say, familyId, circles, filled }: CirclesPartProps) {
  return (
    <section class="part">
      <h2>{say('circle.title')}</h2>
      <p class="quiet">{say('circle.why')}</p>
      {circles.length > 0 && (
        <ul class="list">
          {circles.map((circle) => (
            <li>
              <a class="item" href={circlePath(circle)}>
                <span class="what" dir="auto">
                  {circle.name}
                </span>
              </a>
            </li>
          ))}
        </ul>
      )}
      <form class="stack" method="post" action={circlesPath}>
        <FormKey />
        <input type="hidden" name="family" value={familyId} />
        <TextField
          name="circle"
          label={say('circle.new')}
          hint={say('circle.new-hint')}
          say={say}
          filled={filled}
        />
        <div class="acts">
          <button class="act">{say('circle.make')}</button>
        </div>
      </form>
    </section>
  );
}

type InCirclesProps = { say: Say; member: Member; circles: readonly Circle[]; inside: ReadonlySet<string> };

/** In which circles somebody is. */
export function InCircles({ say, member, circles, inside }: InCirclesProps) {
  if (circles.length === 0) return null;
  return (
    <form class="stack" method="post" action={memberCirclesPath(member)}>
      <FormKey />
      <fieldset class="field within">
        <legend>{say('circle.in-which')}</legend>
        {circles.map(({ id, name }) => (
          <Switch name={`circle-${id}`} label={name} value={inside.has(id)} say={say} filled={untouched} />
        ))}
      </fieldset>
      <div class="acts">
        <button class="act">{say('you.keep')}</button>
      </div>
    </form>
  );
}
