import { localeOf } from '#i18n/languages.ts';
import { languageHere } from '#i18n/spoken.ts';
import { listFormat } from '#i18n/formats.ts';
import type { Say } from '#i18n/messages.ts';
import type { Belonging } from '#reading/home/belonging.ts';

/** For a relative or a doorkeeper: to whom they belong, what they can do, and what is there to read. */
export function BelongingPart({ say, belonging }: { say: Say; belonging: Belonging }) {
  const { role, parents, pages, screens } = belonging;
  const names = listFormat(localeOf(languageHere()), { type: 'conjunction' }).format(parents);
  return (
    <section class="part">
      <h2>{say('belonging.title', { names })}</h2>
      <p>{`${say(`belonging.${role}`)} ${pages.length === 0 ? say('belonging.nothing') : ''}`.trim()}</p>
      {pages.length > 0 && (
        <ul class="list">
          {pages.map(({ called, path }) => (
            <li>
              <a class="item" href={path}>
                <bdi class="what">{called}</bdi>
              </a>
            </li>
          ))}
        </ul>
      )}
      {screens.map(({ called, path }) => (
        <p class="quiet">
          <a href={path}>{say('belonging.corrections', { called })}</a>
        </p>
      ))}
    </section>
  );
}
