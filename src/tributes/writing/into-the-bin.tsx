import type { Say } from '#i18n/messages.ts';
import { binPath } from '#tributes/paths.ts';
import type { Tribute } from '#tributes/tribute.ts';
import { FormKey } from '#ui/fields.tsx';

/** The last thing on the sheet, folded away: what is not wanted any more goes into the bin. */
export function IntoTheBin({ say, tribute }: { say: Say; tribute: Tribute }) {
  return (
    <details class="else into-the-bin">
      <summary>{say('bin.not-wanted')}</summary>
      <form class="stack" method="post" action={binPath(tribute)}>
        <FormKey />
        <p>{say(tribute.publishedAt === undefined ? 'bin.says' : 'bin.says-published')}</p>
        <div class="acts start">
          <button class="act">{say('bin.do')}</button>
        </div>
      </form>
    </details>
  );
}
