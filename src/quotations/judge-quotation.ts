import { alteredFrom } from '#quotations/altered.ts';
import { Effort } from '#quotations/effort.ts';
import { judged, type Judgement } from '#quotations/judgement.ts';
import { waysToRead } from '#quotations/quoted.ts';
import { numberWords, type Searched } from '#quotations/searched.ts';
import { wordForWord } from '#quotations/word-for-word.ts';

/** Some seconds on a slow machine: no quotation that a newspaper prints comes near to it. */
const mostSteps = 150_000_000;

/**
 * Says what a quotation is, compared with the words of one memorial: by the rules of test/quotations/rules.md,
 * the first that holds. `similarity` is the share of the quotation's words that stand in its passages, from 0 to
 * 1. Nothing is kept. Throws `TooMuch` where that would take too long.
 */
export function judgeQuotation(pasted: string, searched: Searched): Judgement {
  const { whole, inside } = waysToRead(pasted);
  for (const { parts } of [...whole, ...inside]) for (const part of parts) numberWords(searched, part);
  const effort = new Effort(mostSteps);
  return (
    wordForWord(whole, searched, effort) ??
    wordForWord(inside, searched, effort) ??
    alteredFrom(whole, inside, searched, effort) ??
    judged({ text: pasted }, 'not-found', 0, [])
  );
}
