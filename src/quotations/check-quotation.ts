import { type Compared, compareQuotation, type Stretch } from '#quotations/compare-quotation.ts';
import { judgeQuotation } from '#quotations/judge-quotation.ts';
import type { Passage, Verdict } from '#quotations/judgement.ts';
import {
  sentenceAfter,
  sentenceBefore,
  shortened,
  withQuestion,
  withReplaced,
} from '#quotations/passage-around.ts';
import type { Searched } from '#quotations/searched.ts';

/** A passage of the family's words, as it is shown beside a quotation. */
export type FoundPassage = {
  /** The text it stands in, and where: offsets of UTF-16 units. */
  id: string;
  from: number;
  to: number;
  text: string;
  /** What stands around it, to the ends of its sentence: a fragment may begin after a “not”. */
  before: string;
  after: string;
  /** The passage word by word beside the quotation. */
  changes: Stretch[];
  /** What the quotation left out between this passage and the next one of the same text; the middle of much is cut. */
  leftOut?: string;
};
export type Checked = Pick<Compared, 'counts' | 'unit'> & {
  verdict: Verdict;
  /** Whether only what stands between quotation marks was compared: the rest is whoever quotes. */
  onlyInside: boolean;
  /** From 0 to 1: of all words that stand in the quotation or in its passages, the share that is in both. */
  similarity: number;
  passages: FoundPassage[];
};

/** Says what a quotation is, and shows it beside the family's words (`judgeQuotation`). */
export function checkQuotation(pasted: string, searched: Searched): Checked {
  const { verdict, passages: judged, read } = judgeQuotation(pasted, searched);
  const whole = new Map(searched.texts.map(({ id, text }) => [id, text]));
  const textOf = (id: string): string => whole.get(id) ?? '';
  const compare = (all: readonly Passage[]): Compared =>
    compareQuotation(
      all.map(({ id, from, to }) => textOf(id).slice(from, to)),
      read,
    );
  const asked = judged.map((one) => withQuestion(textOf(one.id), one));
  const found = verdict === 'altered' ? withReplaced(textOf, asked, compare(asked).edges) : asked;
  const { passages, counts, unit } = compare(found);
  const all = counts.same + counts.missing + counts.foreign;
  return {
    verdict,
    onlyInside: read !== pasted,
    similarity: verdict === 'altered' ? counts.same / all : verdict === 'not-found' ? 0 : 1,
    counts,
    unit,
    passages: found.map(({ id, from, to }, index) => {
      const text = textOf(id);
      const next = found[index + 1];
      const goesOn = next?.id === id && next.from >= to;
      return {
        id,
        from,
        to,
        text: text.slice(from, to),
        before: index > 0 && found[index - 1]?.id === id ? '' : sentenceBefore(text.slice(0, from)),
        after: goesOn ? '' : sentenceAfter(text.slice(to)),
        changes: passages[index] ?? [],
        ...(goesOn ? { leftOut: shortened(text.slice(to, next.from)) } : {}),
      };
    }),
  };
}
