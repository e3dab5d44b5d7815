import { momentInWords } from '#i18n/dates.ts';
import type { Say } from '#i18n/messages.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { memorialHomePath, memorialsPath } from '#memorials/paths.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import { DraftList } from '#reading/pages/draft-list.tsx';
import { UpcomingList } from '#reading/pages/upcoming-list.tsx';
import { WaitingList } from '#reading/pages/waiting-list.tsx';
import { binnedPath } from '#tributes/paths.ts';
import type { Upcoming } from '#tributes/scheduled.ts';
import type { Draft, Tribute } from '#tributes/tribute.ts';
import type { Waiting } from '#tributes/waiting.ts';
import { Document } from '#ui/document.tsx';
import { FormKey } from '#ui/fields.tsx';

type HomePageProps = {
  say: Say;
  memorials: Memorial[];
  drafts: (Draft & { tribute: Tribute })[];
  /** What is set for later. */
  upcoming: Upcoming[];
  /** What waits for this person, of the others’ writing. */
  waiting: readonly Waiting[];
  /** What is said once: to somebody who has just come, and of somebody who has. */
  welcomes: readonly string[];
  /** Whether this person could sign in again. */
  hasWayBack: boolean;
  /** Whether there is a family here for this person to keep pages in. */
  keeps: boolean;
  /** The families in which this person is alone. */
  aloneIn: readonly string[];
  isHost: boolean;
};

/** The family's home: the children's pages, and what is being written. Nothing is counted, nothing is urgent. */
export function HomePage(props: HomePageProps) {
  const { say, memorials, drafts, upcoming, waiting, welcomes, keeps, aloneIn, isHost } = props;
  const title = memorials.length > 0 ? 'home.title' : keeps ? 'home.title-empty' : 'home.title-host';
  return (
    <Document title={say('home')} language="en">
      <main class="home">
        <header>
          <h1>{say(title)}</h1>
        </header>
        {welcomes.length > 0 && (
          <div class="notice" role="status">
            {welcomes.map((sentence) => (
              <p>{sentence}</p>
            ))}
          </div>
        )}
        {memorials.length > 0 && (
          <section class="part">
            <h2 class="unseen">{say('home.children')}</h2>
            <ul class="list">
              {memorials.map((memorial) => (
                <li>
                  <a class="item" href={memorialHomePath(memorial)}>
                    <span class="what">{calledIn(memorial, 'en')}</span>
                    <span class="means">{howFar(say, memorial, aloneIn)}</span>
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
        <WaitingList say={say} waiting={waiting} />
        <UpcomingList say={say} upcoming={upcoming} />
        <DraftList say={say} drafts={drafts} />
        {keeps && (
          <form class="acts" method="post" action={memorialsPath}>
            <FormKey />
            <button class={memorials.length === 0 ? 'act first' : 'act'}>
              {say(memorials.length === 0 ? 'home.begin' : 'home.begin-another')}
            </button>
          </form>
        )}
        {isHost && !keeps && (
          <div class="acts">
            <a class="act first" href="/host/invitations">
              {say('home.invite-family')}
            </a>
          </div>
        )}
        {!props.hasWayBack && (
          <p class="quiet">
            <a href="/home/you">{say('home.way-back')}</a>
          </p>
        )}
        <footer>
          {keeps && <a href="/home/family">{say('home.family')}</a>}
          <a href="/home/you">{say('home.you')}</a>
          <a href={binnedPath}>{say('home.bin')}</a>
          {isHost && <a href="/host/reports">{say('home.reports')}</a>}
          {isHost && keeps && <a href="/host/invitations">{say('home.invite-family')}</a>}
        </footer>
      </main>
    </Document>
  );
}

/** How far a child's page reaches at the moment. */
function howFar(say: Say, memorial: Memorial, aloneIn: readonly string[]): string {
  const { audience, restsSince, leavesAt, zone, familyId } = memorial;
  if (leavesAt) return say('home.page-leaving', { day: momentInWords(leavesAt, 'en', zone || 'UTC') });
  if (restsSince) return say('home.page-resting');
  if (audience === 'only-us' && aloneIn.includes(familyId)) return say('home.page-only-you');
  return say(`home.page-${audience}`);
}
