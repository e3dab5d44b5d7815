import type { Filled } from '#http/forms.ts';
import type { Say } from '#i18n/messages.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { OpeningFields } from '#memorials/opening-fields.tsx';
import { leavingPath, memorialHomePath, openingPath, restPath } from '#memorials/paths.ts';
import { Standing } from '#memorials/standing.tsx';
import { calledIn } from '#memorials/vocabulary.ts';
import { Document } from '#ui/document.tsx';
import { FormKey } from '#ui/fields.tsx';

type OpeningPageProps = { say: Say; memorial: Memorial; filled: Filled; siteUrl: string };

/** Who may find the child's page: what changes and what cannot be undone, before it is opened; or closing it. */
export function OpeningPage({ say, memorial, filled, siteUrl }: OpeningPageProps) {
  const called = calledIn(memorial, 'en');
  const open = memorial.audience === 'everyone';
  return (
    <Document title={say('opening.title', { called })} language="en" palette={memorial.palette}>
      <main>
        <nav class="quiet back">
          <a href={memorialHomePath(memorial)}>{called}</a>
        </nav>
        <Standing say={say} memorial={memorial} decides />
        <form class="sheet stack" method="post" action={openingPath(memorial)}>
          <FormKey />
          <h1>{say(open ? 'opening.change' : 'opening.open', { called })}</h1>
          <ul class="changes">
            <li>{say('opening.only-what-you-publish')}</li>
            <li>{say('publication.copies')}</li>
            <li>{say('publication.back-any-time')}</li>
          </ul>
          <OpeningFields say={say} memorial={memorial} filled={filled} siteUrl={siteUrl} />
          <div class="row">
            <button class="act first">{say(open ? 'opening.keep' : 'opening.do')}</button>
            <a class="act plain" href={memorialHomePath(memorial)}>
              {say('not-now')}
            </a>
          </div>
        </form>
        {open && (
          <form class="stack" method="post" action={`${openingPath(memorial)}?_method=delete`}>
            <FormKey />
            <h2>{say('closing.title')}</h2>
            <p>{say('closing.says')}</p>
            <div class="acts">
              <button class="act">{say('closing.do')}</button>
            </div>
          </form>
        )}
        {memorial.restsSince === undefined && memorial.leavesAt === undefined && (
          <form class="stack" method="post" action={restPath(memorial)}>
            <FormKey />
            <h2>{say('rest.title')}</h2>
            <p>{say('rest.says')}</p>
            <div class="acts">
              <button class="act">{say('rest.do')}</button>
            </div>
          </form>
        )}
        {memorial.leavesAt === undefined && (
          <p class="quiet">
            <a href={leavingPath(memorial)}>{say('leaving.ask')}</a>
          </p>
        )}
      </main>
    </Document>
  );
}
