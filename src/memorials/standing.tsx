import { sitePath } from '#i18n/languages.ts';
import { languageHere } from '#i18n/spoken.ts';
import { momentInWords } from '#i18n/dates.ts';
import type { Say } from '#i18n/messages.ts';
import { momentOnClock } from '#i18n/on-clock.ts';
import { standOtherwise } from '#memorials/day.ts';
import type { LeavingAsked } from '#memorials/leaving-asked.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { leavingPath, restPath } from '#memorials/paths.ts';
import { FormKey } from '#ui/fields.tsx';

type StandingProps = {
  say: Say;
  memorial: Memorial;
  /** That it is to go away, where a parent asked for that. */
  asked: LeavingAsked | undefined;
  viewerId: string;
  /** Whether this person decides how far the page reaches. */
  decides: boolean;
  /** Right after the days were kept. */
  daysAsWritten?: boolean;
};

/**
 * What is to be said to the family about a page as it stands: that it rests, is paused, is to go away or is going,
 * with the way back; once, that its days stand otherwise than most do. Nothing for a page that simply stands.
 */
export function Standing(props: StandingProps) {
  const { say, memorial, asked, viewerId, decides, daysAsWritten = false } = props;
  const { restsSince, pausedSince, leavesAt, days, zone } = memorial;
  const day = leavesAt && momentInWords(leavesAt, languageHere(), zone || 'UTC');
  const keep = { path: `${leavingPath(memorial)}?_method=delete`, does: say('leaving.undo') };
  return (
    <>
      {daysAsWritten && standOtherwise(days) && (
        <div class="notice" role="status">
          <p>{say('about-child.days-as-written')}</p>
        </div>
      )}
      {pausedSince !== undefined && (
        <div class="notice">
          <p>{say('pause.stands')}</p>
          <p>
            <a href={sitePath('/about', languageHere())}>{say('foot.about')}</a>
          </p>
        </div>
      )}
      {day && <Notice says={say('leaving.stands', { day })} acts={decides ? [keep] : []} />}
      {asked?.dueAt && (
        <Notice
          says={askedInWords(say, asked, viewerId, zone)}
          acts={
            !decides
              ? []
              : asked.wantedBy.includes(viewerId)
                ? [{ ...keep, does: say('leaving.take-back') }]
                : [keep]
          }
          more={decides ? { path: leavingPath(memorial), says: say('leaving.look') } : undefined}
        />
      )}
      {leavesAt === undefined && restsSince !== undefined && (
        <Notice
          says={say('rest.stands')}
          acts={decides ? [{ path: `${restPath(memorial)}?_method=delete`, does: say('rest.undo') }] : []}
        />
      )}
    </>
  );
}

/** Who asked for a page to go away, and until when every parent can keep it. */
export function askedInWords(say: Say, asked: LeavingAsked, viewerId: string, zone: string): string {
  const { askedByName: name, dueAt, wantedBy } = asked;
  const day = dueAt ? momentOnClock(dueAt, zone) : '';
  return say(wantedBy.includes(viewerId) ? 'leaving.asked-by-you' : 'leaving.asked', { name, day });
}

type NoticeProps = {
  says: string;
  acts: readonly { path: string; does: string }[];
  more?: { path: string; says: string } | undefined;
};

function Notice({ says, acts, more }: NoticeProps) {
  return (
    <div class="notice">
      <p>{says}</p>
      {acts.map(({ path, does }) => (
        <form class="acts" method="post" action={path}>
          <FormKey />
          <button class="act">{does}</button>
          {more && (
            <a class="act plain" href={more.path}>
              {more.says}
            </a>
          )}
        </form>
      ))}
    </div>
  );
}
