import type { Say } from '#i18n/messages.ts';
import type { AskedThing } from '#reading/home/asked.ts';

/** What takes something away from the family or would add to it: told to everybody, in plain words. */
export function AskedList({ say, asked }: { say: Say; asked: readonly AskedThing[] }) {
  if (asked.length === 0) return null;
  return (
    <section class="part">
      <h2>{say('asked.title')}</h2>
      <ul class="list">
        {asked.map(({ says, path }) =>
          path === undefined ? (
            <li class="item">
              <span class="what">{says}</span>
            </li>
          ) : (
            <li>
              <a class="item" href={path}>
                <span class="what">{says}</span>
              </a>
            </li>
          ),
        )}
      </ul>
    </section>
  );
}
