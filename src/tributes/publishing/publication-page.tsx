import { languageHere } from '#i18n/spoken.ts';
import type { Child } from 'hono/jsx';
import { type Audience, audiences, stepIn } from '#audiences/audience.ts';
import { Ladder } from '#audiences/ladder.tsx';
import type { Offered } from '#audiences/offered-to.ts';
import { NarrowerMeans, WhatStepsMean } from '#audiences/what-steps-mean.tsx';
import { type Filled, untouched } from '#http/forms.ts';
import type { Say } from '#i18n/messages.ts';
import { PrivateSheet } from '#tributes/publishing/private-sheet.tsx';
import { ScheduledPart } from '#tributes/schedules/scheduled-part.tsx';
import { WhenFields } from '#tributes/schedules/when-fields.tsx';
import { previewPath, publicationPath, writingPath } from '#tributes/paths.ts';
import type { Schedule } from '#tributes/schedules/scheduled.ts';
import type { Tribute } from '#tributes/tribute.ts';
import { CarefulForm } from '#ui/careful-form.tsx';
import { Document } from '#ui/document.tsx';
import { FormKey } from '#ui/fields.tsx';
import { Refusals } from '#ui/refusals.tsx';

export type PublicationPageProps = {
  say: Say;
  called: string;
  palette: string;
  tribute: Tribute;
  offered: readonly Offered[];
  /** The questions of opening the child's page to a step that it is not open to yet. */
  opening?: Child;
  hasChange: boolean;
  /** What is set for later already, and whether something else has been written since. */
  schedule?: Schedule | undefined;
  changedSince?: boolean;
  /** The zone the family tells its days in; empty where it has none. */
  zone: string;
  /** Of a letter for its writer alone: whether they asked for others to read it nevertheless. */
  forOthers?: boolean;
  siteUrl: string;
  filled?: Filled;
  notice?: string | undefined;
  /** What else there is to settle before it is published: who signs, whom to ask. */
  beneath?: Child;
};

/** One sheet before a letter is seen: who sees it, when, and what that means, in plain words. */
export function PublicationPage(props: PublicationPageProps) {
  const { say, palette, tribute, schedule, changedSince = false, zone, siteUrl, notice } = props;
  const { filled = untouched } = props;
  return (
    <Document title={say('publication.title')} language={languageHere()} palette={palette} script>
      <main>
        <nav class="quiet back">
          <a href={writingPath(tribute)}>{say('publication.back')}</a>
        </nav>
        {notice && (
          <div class="notice" role="alert">
            <p>{notice}</p>
          </div>
        )}
        <Refusals say={say} filled={filled} says={say('field.not-yet')} />
        <CarefulForm say={say}>
          {schedule ? (
            <ScheduledPart
              say={say}
              schedule={schedule}
              familyZone={zone}
              changed={changedSince}
              siteUrl={siteUrl}
            />
          ) : (
            <Sheet {...props} />
          )}
          {props.beneath}
          {tribute.publishedAt !== undefined && <Withdrawal say={say} tribute={tribute} />}
        </CarefulForm>
      </main>
    </Document>
  );
}

function Sheet(props: PublicationPageProps) {
  const { say, called, tribute, offered, opening, zone, filled = untouched } = props;
  if (tribute.onlyForMe && tribute.audience === 'only-me' && !props.forOthers)
    return <PrivateSheet {...{ say, called, tribute, offered, zone, filled }} opening={opening} />;
  return (
    <form class="sheet stack" method="post" action={publicationPath(tribute)}>
      <FormKey />
      <input type="hidden" name="revision" value={String(tribute.revision)} />
      {tribute.onlyForMe && <input type="hidden" name="for" value="others" />}
      <h1>{say('publication.who', { called })}</h1>
      <p class="quiet">
        <a href={previewPath(tribute)}>{say('publication.preview')}</a>
      </p>
      <Ladder
        say={say}
        called={called}
        offered={offered}
        chosen={filled.values['audience'] ?? tribute.audience}
        filled={filled}
      />
      <WhatStepsMean say={say} offered={offered} />
      {tribute.publishedAt !== undefined && <NarrowerMeans say={say} now={tribute.audience} />}
      {opening}
      <WhenFields
        say={say}
        filled={filled}
        legend={say('publication.when')}
        choices={[
          { value: 'now', what: say('publication.now'), means: say('publication.now-means') },
          { value: 'at', what: say('publication.at'), means: say('publication.at-means') },
        ]}
        zone={zone}
      />
      <div class="row">
        <button class="act first">
          <span class="if-now">
            <Verbs {...props} />
          </span>
          <span class="if-at">{say('publication.set')}</span>
        </button>
        <a class="act plain" href={writingPath(tribute)}>
          {say('not-now')}
        </a>
      </div>
    </form>
  );
}

/** What the button does, in a verb for each step; where styles cannot choose one, a verb that is true of all. */
function Verbs({ say, tribute, offered, hasChange }: PublicationPageProps) {
  const now = tribute.publishedAt === undefined ? undefined : tribute.audience;
  const steps = audiences.filter((step) => offered.some(({ audience }) => stepIn(audience) === step));
  const verbFor = (step: Audience): string => {
    if (step === now && step !== 'circle')
      return hasChange ? 'publication.publish-change' : 'publication.stays';
    return step === 'everyone' ? 'publication.publish-everyone' : `publication.keep-${step}`;
  };
  return (
    <>
      <span class="if-any">{say('publication.keep-chosen')}</span>
      {steps.map((step) => (
        <span class={`if-${step}`}>{say(verbFor(step))}</span>
      ))}
    </>
  );
}

function Withdrawal({ say, tribute }: { say: Say; tribute: Tribute }) {
  return (
    <form class="stack" method="post" action={`${publicationPath(tribute)}?_method=delete`}>
      <FormKey />
      <h2>{say('withdraw.title')}</h2>
      <p>{say('withdraw.says')}</p>
      <div class="acts">
        <button class="act">{say('withdraw.do')}</button>
      </div>
    </form>
  );
}
