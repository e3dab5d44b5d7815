import { momentInWords } from '#i18n/dates.ts';
import type { Say } from '#i18n/messages.ts';
import { instantAfter } from '#lib/instant.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { leavingPath, memorialHomePath, openingPath, restPath } from '#memorials/paths.ts';
import { daysBeforeLeaving } from '#memorials/rest.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import { Document } from '#ui/document.tsx';
import { FormKey } from '#ui/fields.tsx';

/** Before a page goes away for good: what that means, when, and what could be done instead. */
export function LeavingPage({ say, memorial, now }: { say: Say; memorial: Memorial; now: string }) {
  const called = calledIn(memorial, 'en');
  const leavesAt = memorial.leavesAt ?? instantAfter(now, { days: daysBeforeLeaving });
  const day = momentInWords(leavesAt, 'en', memorial.zone || 'UTC');
  return (
    <Document title={say('leaving.title', { called })} language="en" palette={memorial.palette}>
      <main>
        <nav class="quiet back">
          <a href={openingPath(memorial)}>{say('opening.title', { called })}</a>
        </nav>
        <form class="sheet stack" method="post" action={leavingPath(memorial)}>
          <FormKey />
          <h1>{say('leaving.title', { called })}</h1>
          <ul class="changes">
            <li>{say('leaving.at-once')}</li>
            <li>{say('leaving.until', { day })}</li>
            <li>{say('leaving.told')}</li>
            <li>{say('leaving.then')}</li>
            <li>{say('publication.copies')}</li>
          </ul>
          <div class="row">
            <button class="act">{say('leaving.do')}</button>
            <a class="act plain" href={memorialHomePath(memorial)}>
              {say('not-now')}
            </a>
          </div>
        </form>
        {memorial.restsSince === undefined && (
          <form class="stack" method="post" action={restPath(memorial)}>
            <FormKey />
            <h2>{say('rest.instead')}</h2>
            <p>{say('rest.says')}</p>
            <div class="acts">
              <button class="act">{say('rest.do')}</button>
            </div>
          </form>
        )}
      </main>
    </Document>
  );
}
