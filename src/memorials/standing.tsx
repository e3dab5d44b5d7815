import { momentInWords } from '#i18n/dates.ts';
import type { Say } from '#i18n/messages.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { leavingPath, restPath } from '#memorials/paths.ts';
import { FormKey } from '#ui/fields.tsx';

type StandingProps = { say: Say; memorial: Memorial };

/** That a page rests or is going away, and the way back; nothing for a page that simply stands. */
export function Standing({ say, memorial }: StandingProps) {
  const { restsSince, leavesAt } = memorial;
  if (leavesAt !== undefined) {
    const day = momentInWords(leavesAt, 'en', memorial.zone || 'UTC');
    return (
      <Notice says={say('leaving.stands', { day })} undo={leavingPath(memorial)} act={say('leaving.undo')} />
    );
  }
  if (restsSince === undefined) return null;
  return <Notice says={say('rest.stands')} undo={restPath(memorial)} act={say('rest.undo')} />;
}

function Notice({ says, undo, act }: { says: string; undo: string; act: string }) {
  return (
    <form class="notice" method="post" action={`${undo}?_method=delete`}>
      <FormKey />
      <p>{says}</p>
      <div class="acts">
        <button class="act">{act}</button>
      </div>
    </form>
  );
}
