import type { Child } from 'hono/jsx';
import { Ladder } from '#audiences/ladder.tsx';
import type { Offered } from '#audiences/offered-to.ts';
import { WhatStepsMean } from '#audiences/what-steps-mean.tsx';
import type { Filled } from '#http/forms.ts';
import type { Say } from '#i18n/messages.ts';
import { WhenFields } from '#tributes/schedules/when-fields.tsx';
import { previewPath, publicationPath, writingPath } from '#tributes/paths.ts';
import type { Tribute } from '#tributes/tribute.ts';
import { FormKey } from '#ui/fields.tsx';

type PrivateSheetProps = {
  say: Say;
  called: string;
  tribute: Tribute;
  offered: readonly Offered[];
  zone: string;
  opening?: Child;
  filled: Filled;
};

/** The sheet of a letter that is for its writer alone: keeping it, and whether it ever opens. */
export function PrivateSheet({ say, called, tribute, offered, zone, opening, filled }: PrivateSheetProps) {
  const others = offered.filter(({ audience }) => audience !== 'only-me');
  return (
    <form class="sheet stack" method="post" action={publicationPath(tribute)}>
      <FormKey />
      <input type="hidden" name="revision" value={String(tribute.revision)} />
      <h1>{say('private.title')}</h1>
      <p>{say('private.says')}</p>
      <p class="quiet">
        <a href={previewPath(tribute)}>{say('private.preview')}</a>
      </p>
      <WhenFields
        say={say}
        filled={filled}
        legend={say('private.opens')}
        choices={[
          { value: 'never', what: say('private.never'), means: say('private.never-means') },
          { value: 'at', what: say('private.at'), means: say('private.at-means') },
        ]}
        zone={zone}
      >
        <Ladder
          say={say}
          called={called}
          offered={others}
          chosen={filled.values['audience'] ?? 'only-us'}
          filled={filled}
        />
        <WhatStepsMean say={say} offered={others} />
        {opening}
      </WhenFields>
      <div class="row">
        <button class="act first">{say('private.keep')}</button>
        <a class="act plain" href={writingPath(tribute)}>
          {say('not-now')}
        </a>
      </div>
      <p class="quiet">
        <a href={`${publicationPath(tribute)}?for=others`}>{say('private.others')}</a>
      </p>
    </form>
  );
}
