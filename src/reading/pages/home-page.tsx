import type { Say } from '#i18n/messages.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { memorialHomePath, memorialsPath } from '#memorials/paths.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import { firstWords } from '#reading/preview.tsx';
import { writingPath } from '#tributes/paths.ts';
import type { Draft, Tribute } from '#tributes/tribute.ts';
import { Document } from '#ui/document.tsx';
import { FormKey } from '#ui/fields.tsx';

type HomePageProps = {
  say: Say;
  memorials: Memorial[];
  drafts: (Draft & { tribute: Tribute })[];
  isHost: boolean;
};

/** The family's home: the children's pages, and what is being written. Nothing is counted, nothing is urgent. */
export function HomePage({ say, memorials, drafts, isHost }: HomePageProps) {
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
                    <span class="means">{say(`home.page-${memorial.audience}`)}</span>
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
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
          {isHost && <a href="/host/reports">{say('home.reports')}</a>}
        </footer>
      </main>
    </Document>
  );
}
