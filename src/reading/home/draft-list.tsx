import type { Say } from '#i18n/messages.ts';
import { firstWords } from '#lib/beginning.ts';
import { writingPath } from '#tributes/paths.ts';
import type { Draft, Tribute } from '#tributes/tribute.ts';

/** What is being written, for its writer. Nothing of it is urgent. */
export function DraftList({ say, drafts }: { say: Say; drafts: readonly (Draft & { tribute: Tribute })[] }) {
  if (drafts.length === 0) return null;
  return (
    <section class="part">
      <h2>{say('home.drafts')}</h2>
      <ul class="list">
        {drafts.map(({ tribute, title, text, photographs }) => (
          <li>
            <a class="item" href={writingPath(tribute)}>
              <bdi class="what">
                {title ||
                  firstWords(text, 60) ||
                  say(photographs.length > 0 ? 'bin.photographs' : 'home.empty', { kind: tribute.kind })}
              </bdi>
              <span class="means">{say(tribute.publishedAt ? 'home.change' : 'home.draft')}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
