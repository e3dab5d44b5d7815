import { languageHere } from '#i18n/spoken.ts';
import { audienceInWords } from '#audiences/in-words.ts';
import { momentWithTime } from '#i18n/dates.ts';
import type { Say } from '#i18n/messages.ts';
import { localTimeAt } from '#lib/local-time.ts';
import { placeOf } from '#lib/zones.ts';
import { schedulePath, scheduledPublicationPath } from '#tributes/paths.ts';
import type { Schedule } from '#tributes/schedules/scheduled.ts';
import { FormKey } from '#ui/fields.tsx';

type ScheduledPartProps = {
  say: Say;
  schedule: Schedule;
  /** The zone the family tells its days in; empty where it has none. */
  familyZone: string;
  /** Whether something else has been written since. */
  changed: boolean;
  siteUrl: string;
};

/** What is set for later: when it goes out and to whom; stopping it, or not waiting. */
export function ScheduledPart({ say, schedule, familyZone, changed, siteUrl }: ScheduledPartProps) {
  const { dueAt, zone, local, audience, opening, missedAt } = schedule;
  const tribute = { id: schedule.tributeId };
  const missed = missedAt !== undefined;
  const at = { moment: momentWithTime(dueAt, languageHere(), zone), place: placeOf(zone) };
  const atHome = familyZone !== '' && localTimeAt(dueAt, familyZone) !== localTimeAt(dueAt, zone);
  return (
    <section class="sheet stack scheduled">
      <h1>{say(missed ? 'scheduled.missed-title' : 'scheduled.title')}</h1>
      <p>
        <time datetime={dueAt}>{say(missed ? 'scheduled.missed' : 'scheduled.when', at)}</time>
      </p>
      {atHome && (
        <p class="quiet">
          {say('scheduled.at-home', {
            moment: momentWithTime(dueAt, languageHere(), familyZone),
            place: placeOf(familyZone),
          })}
        </p>
      )}
      <device-time
        data-instant={dueAt}
        data-shown={localTimeAt(dueAt, zone)}
        data-says={say('scheduled.on-device', { moment: '\u2026' })}
      />
      {localTimeAt(dueAt, zone) !== local && <p>{say('scheduled.moved')}</p>}
      <p>{say('scheduled.for', { audience: audienceInWords(say, audience) })}</p>
      {opening?.to === 'everyone' && (
        <p>{say('scheduled.opens', { address: `${siteUrl}/${opening.address}` })}</p>
      )}
      {opening && opening.to !== 'everyone' && <p>{say(`scheduled.opens-${opening.to}`)}</p>}
      <p>{say(changed ? 'scheduled.changed-since' : 'scheduled.kept')}</p>
      <div class="acts">
        <form method="post" action={`${schedulePath(tribute)}?_method=delete`}>
          <FormKey />
          <button class="act">{say('scheduled.not-after-all')}</button>
        </form>
        <form method="post" action={scheduledPublicationPath(tribute)}>
          <FormKey />
          <button class="act">{say('scheduled.now')}</button>
        </form>
      </div>
    </section>
  );
}
