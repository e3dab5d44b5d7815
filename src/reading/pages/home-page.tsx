import { momentInWords } from '#i18n/dates.ts';
import type { Say } from '#i18n/messages.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { memorialHomePath, memorialsPath } from '#memorials/paths.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import { UpcomingList } from '#reading/pages/upcoming-list.tsx';
import { firstWords } from '#reading/preview.tsx';
import { WaitingList } from '#reading/pages/waiting-list.tsx';
import { binnedPath, writingPath } from '#tributes/paths.ts';
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
  isHost: boolean;
};

/** The family's home: the children's pages, and what is being written. Nothing is counted, nothing is urgent. */
export function HomePage({ say, memorials, drafts, upcoming, waiting, isHost }: HomePageProps) {
  return (
    <Document title={say('home')} language="en">
      <main class="home">
        <header>
          <h1>{say(memorials.length === 0 ? 'home.title-empty' : 'home.title')}</h1>
        </header>
        {memorials.length > 0 && (
          <section class="part">
            <h2 class="unseen">{say('home.children')}</h2>
            <ul class="list">
              {memorials.map((memorial) => (
                <li>
                  <a class="item" href={memorialHomePath(memorial)}>
                    <span class="what">{calledIn(memorial, 'en')}</span>
                    <span class="means">{howFar(say, memorial)}</span>
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
        <WaitingList say={say} waiting={waiting} />
        <UpcomingList say={say} upcoming={upcoming} />
        {drafts.length > 0 && (
          <section class="part">
            <h2>{say('home.drafts')}</h2>
            <ul class="list">
              {drafts.map((draft) => (
                <li>
                  <a class="item" href={writingPath(draft.tribute)}>
                    <span class="what">
                      {draft.title || firstWords(draft.text, 60) || say('home.empty-letter')}
                    </span>
                    <span class="means">{say(draft.tribute.publishedAt ? 'home.change' : 'home.draft')}</span>
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
        <form class="acts" method="post" action={memorialsPath}>
          <FormKey />
          <button class={memorials.length === 0 ? 'act first' : 'act'}>
            {say(memorials.length === 0 ? 'home.begin' : 'home.begin-another')}
          </button>
        </form>
        <footer>
          <a href="/home/family">{say('home.family')}</a>
          <a href="/home/you">{say('home.you')}</a>
          <a href={binnedPath}>{say('home.bin')}</a>
          {isHost && <a href="/host/reports">{say('home.reports')}</a>}
        </footer>
      </main>
    </Document>
  );
}

/** How far a child's page reaches at the moment. */
function howFar(say: Say, { audience, restsSince, leavesAt, zone }: Memorial): string {
  if (leavesAt) return say('home.page-leaving', { day: momentInWords(leavesAt, 'en', zone || 'UTC') });
  return say(restsSince ? 'home.page-resting' : `home.page-${audience}`);
}
