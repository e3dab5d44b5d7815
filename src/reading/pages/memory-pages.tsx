import { dateInWords } from '#i18n/dates.ts';
import type { Language } from '#i18n/languages.ts';
import type { Say } from '#i18n/messages.ts';
import { type Memories, yearAnchor } from '#reading/memories.ts';

type Props = { say: Say; memories: Memories; pathOf: (number: number) => string };

/** The years that the memories are of, each leading to where it begins; nothing where one page holds all. */
export function Years({ say, memories, pathOf, language }: Props & { language: Language }) {
  if (memories.years.length < 2) return null;
  return (
    <nav class="years quiet" aria-label={say('child.years')}>
      {memories.years.map(({ year, page }) => (
        <a href={`${page === memories.number ? '' : pathOf(page)}#${yearAnchor(year)}`}>
          {dateInWords({ year }, language)}
        </a>
      ))}
    </nav>
  );
}

/** A year, before the first memory of it. */
export function YearHeading({ year, language }: { year: number; language: Language }) {
  return (
    <h2 class="year" id={yearAnchor(year)}>
      {dateInWords({ year }, language)}
    </h2>
  );
}

/** At the end of a page: the memories before these, and those after. */
export function MorePages({ say, memories, pathOf }: Props) {
  const { number, last } = memories;
  if (last === 1) return null;
  return (
    <nav class="pages quiet" aria-label={say('child.pages')}>
      {number > 1 && (
        <a rel="prev" href={pathOf(number - 1)}>
          {say('child.earlier')}
        </a>
      )}
      {number < last && (
        <a rel="next" href={pathOf(number + 1)}>
          {say('child.later')}
        </a>
      )}
    </nav>
  );
}
