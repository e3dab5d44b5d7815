import { momentInWords } from '#i18n/dates.ts';
import type { Say } from '#i18n/messages.ts';
import { standOtherwise } from '#memorials/day.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { leavingPath, restPath } from '#memorials/paths.ts';
import { FormKey } from '#ui/fields.tsx';

type StandingProps = {
  say: Say;
  memorial: Memorial;
  /** Whether this person decides how far the page reaches. */
  decides: boolean;
  /** Right after the days were kept. */
  daysAsWritten?: boolean;
};

/**
 * What is to be said to the family about a page as it stands: that it rests or is going away, with the
 * way back; once, that its days stand otherwise than most do. Nothing for a page that simply stands.
 */
export function Standing({ say, memorial, decides, daysAsWritten = false }: StandingProps) {
  const { restsSince, leavesAt, days } = memorial;
  return (
    <>
      {daysAsWritten && standOtherwise(days) && (
        <div class="notice" role="status">
          <p>{say('about-child.days-as-written')}</p>
        </div>
      )}
      {leavesAt !== undefined && (
        <Notice
          says={say('leaving.stands', { day: momentInWords(leavesAt, 'en', memorial.zone || 'UTC') })}
          act={{ path: leavingPath(memorial), does: say('leaving.undo') }}
        />
      )}
      {leavesAt === undefined && restsSince !== undefined && (
        <Notice
          says={say('rest.stands')}
          act={decides ? { path: restPath(memorial), does: say('rest.undo') } : undefined}
        />
      )}
    </>
  );
}

function Notice({ says, act }: { says: string; act: { path: string; does: string } | undefined }) {
  return (
    <div class="notice">
      <p>{says}</p>
      {act && (
        <form class="acts" method="post" action={`${act.path}?_method=delete`}>
          <FormKey />
          <button class="act">{act.does}</button>
        </form>
      )}
    </div>
  );
}
