import type { StepOut } from '#audiences/audience.ts';
import type { Say } from '#i18n/messages.ts';

/** What cannot be called back from those who could see something before. */
export function Remains({ say, was }: { say: Say; was: StepOut }) {
  const kinds = was === 'everyone' ? ['copies', 'search', 'feeds', 'pages'] : ['copies', 'pages'];
  return (
    <section class="stack">
      <h2>{say('narrowed.remains')}</h2>
      <ul class="changes">
        {kinds.map((kind) => (
          <li>{say(`narrowed.${kind}`)}</li>
        ))}
      </ul>
    </section>
  );
}
