import { languageHere } from '#i18n/spoken.ts';
import { momentInWords } from '#i18n/dates.ts';
import type { Say } from '#i18n/messages.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { memorialHomePath, memorialsPath } from '#memorials/paths.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import type { AskedThing } from '#reading/home/asked.ts';
import type { Belonging } from '#reading/home/belonging.ts';
import { AskedList } from '#reading/home/asked-list.tsx';
import { BelongingPart } from '#reading/home/belonging-part.tsx';
import { DraftList } from '#reading/home/draft-list.tsx';
import { UpcomingList } from '#reading/home/upcoming-list.tsx';
import { WaitingList } from '#reading/home/waiting-list.tsx';
import { binnedPath, keptWordsPath } from '#tributes/paths.ts';
import type { Upcoming } from '#tributes/schedules/scheduled.ts';
import type { Draft, Tribute } from '#tributes/tribute.ts';
import type { Waiting } from '#tributes/waiting.ts';
import type { WaitingCorrection } from '#press/waiting-corrections.ts';
import type { WaitingTranslation } from '#translations/waiting-translations.ts';
import { Document } from '#ui/document.tsx';
import { FormKey } from '#ui/fields.tsx';

type HomePageProps = {
  say: Say;
  memorials: Memorial[];
  drafts: (Draft & { tribute: Tribute })[];
  /** What is set for later. */
  upcoming: Upcoming[];
  /** What waits for this person, of the others’ writing. */
  waiting: readonly (Waiting | WaitingTranslation | WaitingCorrection)[];
  /** What is asked of the family that takes something away, and what is offered to this person. */
  asked: readonly AskedThing[];
  /** Where this person belongs without keeping the pages. */
  belonging: readonly Belonging[];
  /** Whether something that they wrote is kept for them where they keep nothing any more. */
  hasKept: boolean;
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
  const { asked, belonging, hasKept } = props;
  const title = keeps ? (memorials.length > 0 ? 'home.title' : 'home.title-empty') : titleFor(props);
  return (
    <Document title={say('home')} language={languageHere()}>
      <main class="home">
        <header>
          <h1>{say(title)}</h1>
          {title === 'home.title-nobody' && <p>{say('home.nobody')}</p>}
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
                    <bdi class="what">{calledIn(memorial, languageHere())}</bdi>
                    <span class="means">{howFar(say, memorial, aloneIn)}</span>
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
        <AskedList say={say} asked={asked} />
        {belonging.map((one) => (
          <BelongingPart say={say} belonging={one} />
        ))}
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
        {hasKept && (
          <p class="quiet">
            <a href={keptWordsPath}>{say('home.kept')}</a>
          </p>
        )}
        {!props.hasWayBack && (
          <p class="quiet">
            <a href="/home/you">{say('home.way-back')}</a>
          </p>
        )}
        <footer>
          {(keeps || belonging.length > 0) && <a href="/home/family">{say('home.family')}</a>}
          <a href="/home/you">{say('home.you')}</a>
          <a href={binnedPath}>{say('home.bin')}</a>
          {isHost && <a href="/host/reports">{say('home.reports')}</a>}
          {isHost && keeps && <a href="/host/invitations">{say('home.invite-family')}</a>}
        </footer>
      </main>
    </Document>
  );
}

/** Above the home of somebody who keeps no page. */
function titleFor({ isHost, belonging }: HomePageProps): string {
  if (belonging.length > 0) return 'home.title-belongs';
  return isHost ? 'home.title-host' : 'home.title-nobody';
}

/** How far a child's page reaches at the moment. */
function howFar(say: Say, memorial: Memorial, aloneIn: readonly string[]): string {
  const { audience, restsSince, pausedSince, leavesAt, zone, familyId } = memorial;
  if (leavesAt)
    return say('home.page-leaving', { day: momentInWords(leavesAt, languageHere(), zone || 'UTC') });
  if (pausedSince) return say('home.page-paused');
  if (restsSince) return say('home.page-resting');
  if (audience === 'only-us' && aloneIn.includes(familyId)) return say('home.page-only-you');
  return say(`home.page-${audience}`);
}
