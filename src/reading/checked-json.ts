import type { Reading } from '#reading/space.tsx';
import type { Answered } from '#quotations/answer-quotation.ts';
import { wordsBeneath } from '#words/paths.ts';
import { textFragment } from '#words/text-fragment.ts';

/** How a quotation was found, as JSON (docs/words.md tells the members). */
export function checkedJson(siteUrl: string, { memorial, pathOf }: Reading, answered: Answered) {
  const { verdict, similarity, passages, counts, language, onlyInside, searched } = answered;
  const childPath = pathOf(memorial);
  return {
    verdict,
    similarity: Math.round(similarity * 1000) / 1000,
    passages: passages.map(({ heading, changedAt, text, before, after, changes, leftOut, from, to }) => ({
      url: `${siteUrl}${wordsBeneath(childPath, { address: heading.tributeAddress }, heading)}${textFragment(text)}`,
      tribute: heading.tributeId,
      title: heading.title,
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
      changes,
      left_out: leftOut,
    })),
    words: counts,
    only_inside_marks: onlyInside,
    language,
    searched,
  };
}
