import { languageHere } from '#i18n/spoken.ts';
import { stepsOut } from '#audiences/audience.ts';
import { Ladder } from '#audiences/ladder.tsx';
import { WhatStepsMean } from '#audiences/what-steps-mean.tsx';
import type { Filled } from '#http/forms.ts';
import type { Say } from '#i18n/messages.ts';
import type { LeavingAsked } from '#memorials/leaving-asked.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { OpeningFields } from '#memorials/opening-fields.tsx';
import { leavingPath, linkKeysPath, memorialHomePath, openingPath, restPath } from '#memorials/paths.ts';
import { Standing } from '#memorials/standing.tsx';
import { calledIn } from '#memorials/vocabulary.ts';
import { Document } from '#ui/document.tsx';
import { FormKey } from '#ui/fields.tsx';
import { Refusals } from '#ui/refusals.tsx';

type OpeningPageProps = {
  say: Say;
  memorial: Memorial;
  asked: LeavingAsked | undefined;
  viewerId: string;
  filled: Filled;
  siteUrl: string;
};

/** Who may find the child's page: what changes and what cannot be undone, before it is opened; or closing it. */
export function OpeningPage({ say, memorial, asked, viewerId, filled, siteUrl }: OpeningPageProps) {
  const called = calledIn(memorial, languageHere());
  const offered = stepsOut.map((audience) => ({ audience }));
  const isOpen = stepsOut.some((step) => step === memorial.audience);
  return (
    <Document title={say('opening.title', { called })} language={languageHere()} palette={memorial.palette}>
      <main>
        <nav class="quiet back">
          <a href={memorialHomePath(memorial)}>
            <bdi>{called}</bdi>
          </a>
          <a href={linkKeysPath(memorial)}>{say('keys.title')}</a>
        </nav>
        <Standing say={say} memorial={memorial} asked={asked} viewerId={viewerId} decides />
        <Refusals say={say} filled={filled} says={say('field.not-yet')} />
        <form class="sheet stack" method="post" action={openingPath(memorial)}>
          <FormKey />
          <h1>{say(isOpen ? 'opening.change' : 'opening.open', { called })}</h1>
          <Ladder
            say={say}
            called={called}
            offered={offered}
            chosen={filled.values['audience'] ?? (isOpen ? memorial.audience : undefined)}
            filled={filled}
          />
          <WhatStepsMean say={say} offered={offered} />
          <OpeningFields say={say} memorial={memorial} filled={filled} siteUrl={siteUrl} asked={false} />
          <div class="row">
            <button class="act first">{say(isOpen ? 'opening.keep' : 'opening.do')}</button>
            <a class="act plain" href={memorialHomePath(memorial)}>
              {say('not-now')}
            </a>
          </div>
        </form>
        {isOpen && (
          <form class="stack" method="post" action={`${openingPath(memorial)}?_method=delete`}>
            <FormKey />
            <h2>{say('closing.title')}</h2>
            <p>{say(memorial.restsSince === undefined ? 'closing.says' : 'closing.says-resting')}</p>
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
        {memorial.leavesAt === undefined && asked?.dueAt === undefined && (
          <p class="quiet">
            <a href={leavingPath(memorial)}>{say('leaving.ask')}</a>
          </p>
        )}
      </main>
    </Document>
  );
}
