import { languageHere } from '#i18n/spoken.ts';
import type { Child } from 'hono/jsx';
import { Ladder } from '#audiences/ladder.tsx';
import type { Offered } from '#audiences/offered-to.ts';
import { WhatStepsMean } from '#audiences/what-steps-mean.tsx';
import type { Filled } from '#http/forms.ts';
import type { Say } from '#i18n/messages.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import type { AskedToPublish } from '#tributes/signing/asked.ts';
import { approvalPath, coverPath } from '#tributes/paths.ts';
import { CarefulForm } from '#ui/careful-form.tsx';
import { Document } from '#ui/document.tsx';
import { FormKey, TextArea } from '#ui/fields.tsx';

type ApprovalPageProps = {
  say: Say;
  asked: AskedToPublish;
  /** The words as readers will have them. */
  read: Child;
  offered: readonly Offered[];
  /** The questions of first opening, where the child's page is not open yet. */
  opening: Child;
  filled: Filled;
};

/** What a keeper asks the parents to publish: to be read first, then published as it is, or given back. */
export function ApprovalPage({ say, asked, read, offered, opening, filled }: ApprovalPageProps) {
  const { tribute, memorial, writer: name, words, revision } = asked;
  const called = calledIn(memorial, languageHere());
  const path = approvalPath(tribute);
  return (
    <Document title={say('approval.title')} language={languageHere()} palette={memorial.palette}>
      <main class="stack">
        {!words && (
          <>
            <nav class="quiet back">
              <a href="/home">{say('home')}</a>
            </nav>
            <h1>{say('approval.title')}</h1>
            <p>{say('approval.changing', { name })}</p>
          </>
        )}
        {words && (
          <>
            <div class="notice">
              <p>{say('approval.asks', { name, called })}</p>
            </div>
            {read}
            <p class="quiet">
              <a href={coverPath(tribute)}>{say('approval.cover')}</a>
            </p>
            <CarefulForm say={say}>
              <form class="sheet stack" method="post" action={`${path}/publication`}>
                <FormKey />
                <input type="hidden" name="revision" value={String(revision)} />
                <h2>{say('approval.who')}</h2>
                <Ladder
                  say={say}
                  called={called}
                  offered={offered}
                  chosen={filled.values['audience']}
                  filled={filled}
                />
                <WhatStepsMean say={say} offered={offered} />
                {opening}
                <div class="row">
                  <button class="act first">{say('approval.publish')}</button>
                  <a class="act plain" href="/home">
                    {say('not-now')}
                  </a>
                </div>
              </form>
              <form class="stack" method="post" action={`${path}/return`}>
                <FormKey />
                <h2>{say('approval.return')}</h2>
                <p>{say('approval.return-says', { name })}</p>
                <TextArea
                  name="note"
                  label={say('approval.note', { name })}
                  rows={4}
                  say={say}
                  filled={filled}
                />
                <div class="acts">
                  <button class="act">{say('approval.return')}</button>
                </div>
              </form>
            </CarefulForm>
          </>
        )}
      </main>
    </Document>
  );
}
