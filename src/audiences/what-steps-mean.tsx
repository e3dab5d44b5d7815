import { type Audience, circleIn, type StepOut, stepOutIn, stepsOut } from '#audiences/audience.ts';
import type { Offered } from '#audiences/offered-to.ts';
import type { Say } from '#i18n/messages.ts';

const said = {
  some: ['some-reads', 'copies-few', 'back-any-time'],
  circle: ['circle-reads', 'copies-few', 'back-any-time'],
  link: ['link-reads', 'link-passes', 'copies-few', 'back-any-time'],
  everyone: ['everyone-reads', 'copies', 'back-any-time'],
} as const satisfies Record<StepOut | 'some', readonly string[]>;

/** What changes with each step beyond the family, and what cannot be undone: in sight once it is chosen. */
export function WhatStepsMean({ say, offered }: { say: Say; offered: readonly Offered[] }) {
  const hasCircles = offered.some(({ audience }) => circleIn(audience) !== undefined);
  return (
    <>
      {[...(hasCircles ? (['some'] as const) : []), ...stepsOut].map((step) => (
        <section class={`stack means-${step}`}>
          <h2>{say(`publication.${step}-means`)}</h2>
          <ul class="changes">
            {said[step].map((key) => (
              <li>{say(`publication.${key}`)}</li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** What follows when something is for fewer than it is now, in sight as soon as fewer are chosen. */
export function NarrowerMeans({ say, now }: { say: Say; now: Audience }) {
  const step = stepOutIn(now);
  if (step === undefined) return null;
  return (
    <section class={`stack if-narrower than-${step}`}>
      <h2>{say('publication.narrower-means')}</h2>
      <ul class="changes">
        <li>{say('publication.narrower-at-once')}</li>
        <li>
          {say(step === 'everyone' ? 'publication.narrower-remains' : 'publication.narrower-remains-few')}
        </li>
      </ul>
    </section>
  );
}
