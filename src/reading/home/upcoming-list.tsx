import { languageHere } from '#i18n/spoken.ts';
import { momentWithTime } from '#i18n/dates.ts';
import type { Say } from '#i18n/messages.ts';
import { placeOf } from '#lib/zones.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import { firstWords } from '#lib/beginning.ts';
import { publicationPath } from '#tributes/paths.ts';
import type { Upcoming } from '#tributes/schedules/scheduled.ts';

/** What is set for later: one's own with the way to it, of the others only that it will come. */
export function UpcomingList({ say, upcoming }: { say: Say; upcoming: readonly Upcoming[] }) {
  if (upcoming.length === 0) return null;
  return (
    <section class="part">
      <h2>{say('home.scheduled')}</h2>
      <ul class="list">
        {upcoming.map((one) => (
          <li>
            {one.own ? (
              <a class="item" href={publicationPath({ id: one.own.tributeId })}>
                <Line say={say} one={one} />
              </a>
            ) : (
              <div class="item">
                <Line say={say} one={one} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Line({ say, one }: { say: Say; one: Upcoming }) {
  return (
    <>
      <bdi class="what">{nameOf(say, one)}</bdi>
      <span class="means">
        <time datetime={one.dueAt}>{whenOf(say, one)}</time>
      </span>
    </>
  );
}

function nameOf(say: Say, one: Upcoming): string {
  const called = calledIn(one.memorial, languageHere());
  if (one.own) {
    const { title, text } = one.own.words;
    return title || firstWords(text, 60) || say('home.scheduled-other', { called });
  }
  return one.from === ''
    ? say('home.scheduled-other', { called })
    : say('home.scheduled-from', { called, name: one.from });
}

/** On the family's own clock; where it has none, on the one that was chosen. */
function whenOf(say: Say, one: Upcoming): string {
  if (one.missed) return say(one.own ? 'home.scheduled-missed' : 'home.scheduled-missed-other');
  const zone = one.memorial.zone || one.zone;
  return say('home.scheduled-on', {
    moment: momentWithTime(one.dueAt, languageHere(), zone),
    place: placeOf(zone),
  });
}
