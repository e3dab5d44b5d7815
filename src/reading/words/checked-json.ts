import type { Reading } from '#reading/space.tsx';
import type { Answered } from '#quotations/answer-quotation.ts';
import type { Stretch } from '#quotations/compare-quotation.ts';
import { shortened } from '#quotations/passage-around.ts';
import { foundBeneath } from '#quotations/paths.ts';

/** So many characters at each end of what a quotation left out are told: `from` and `to` say where all of it is. */
const mostMissing = 80;

const withEnds = (one: Stretch): Stretch =>
  one.kind === 'missing' ? { ...one, text: shortened(one.text, mostMissing) } : one;

/** How a quotation was found, as JSON (docs/words.md tells the members). */
export function checkedJson(siteUrl: string, { memorial, pathOf }: Reading, answered: Answered) {
  const { verdict, similarity, passages, counts, language, onlyInside, searched } = answered;
  const childPath = pathOf(memorial);
  return {
    verdict,
    similarity: Math.round(similarity * 1000) / 1000,
    passages: passages.map(
      ({ heading, part, changedAt, text, before, after, changes, leftOut, from, to }) => ({
        url: `${siteUrl}${foundBeneath(childPath, { heading, part, text })}`,
        tribute: heading.tributeId,
        title: heading.title,
        part,
        language: heading.language,
        version: heading.version,
        current: heading.current,
        original: heading.original,
        translator: heading.translator,
        signed: heading.signed,
        published: heading.publishedAt,
        changed: changedAt,
        from,
        to,
        text,
        before,
        after,
        changes: changes.map(withEnds),
        left_out: leftOut === undefined ? undefined : shortened(leftOut, mostMissing),
      }),
    ),
    words: counts,
    only_inside_marks: onlyInside,
    language,
    searched,
  };
}
