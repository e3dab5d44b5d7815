import { languageHere } from '#i18n/spoken.ts';
import type { Say } from '#i18n/messages.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import type { Waiting } from '#tributes/waiting.ts';
import type { WaitingCorrection } from '#press/waiting-corrections.ts';
import type { WaitingTranslation } from '#translations/waiting-translations.ts';

type WaitingListProps = { say: Say; waiting: readonly (Waiting | WaitingTranslation | WaitingCorrection)[] };

/** What waits for somebody on their home. Nothing of it is urgent. */
export function WaitingList({ say, waiting }: WaitingListProps) {
  if (waiting.length === 0) return null;
  return (
    <section class="part">
      <h2>{say('waiting.title')}</h2>
      <ul class="list">
        {waiting.map(({ what, name, memorial, path }) => (
          <li>
            <a class="item" href={path}>
              <span class="what">
                {say(`waiting.${what}`, { name, called: calledIn(memorial, languageHere()) })}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
