import type { Say } from '#i18n/messages.ts';

/** What “everyone” means, in sight as soon as that is chosen. */
export function EveryoneMeans({ say }: { say: Say }) {
  return (
    <section class="stack if-everyone">
      <h2>{say('publication.everyone-means')}</h2>
      <ul class="changes">
        <li>{say('publication.everyone-reads')}</li>
        <li>{say('publication.copies')}</li>
        <li>{say('publication.back-any-time')}</li>
      </ul>
    </section>
  );
}

/** What follows when something is no longer for everyone, in sight as soon as fewer are chosen. */
export function NarrowerMeans({ say }: { say: Say }) {
  return (
    <section class="stack if-narrower">
      <h2>{say('publication.narrower-means')}</h2>
      <ul class="changes">
        <li>{say('publication.narrower-at-once')}</li>
        <li>{say('publication.narrower-remains')}</li>
      </ul>
    </section>
  );
}
