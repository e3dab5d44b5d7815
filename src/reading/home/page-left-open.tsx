import type { Say } from '#i18n/messages.ts';
import { openingPath } from '#memorials/paths.ts';

/** The child's page is open, and nothing for everyone stands on it any more: whoever wanted both closed finds the way. */
export function PageLeftOpen({
  say,
  memorial,
  called,
}: {
  say: Say;
  memorial: { id: string };
  called: string;
}) {
  return (
    <div class="notice">
      <p>{say('withdrawn.page-open', { called })}</p>
      <p>
        <a href={openingPath(memorial)}>{say('withdrawn.close')}</a>
      </p>
    </div>
  );
}
