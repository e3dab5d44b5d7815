import type { AnsweredPassage } from '#quotations/answer-quotation.ts';
import { citedBeneath, wordsBeneath } from '#words/paths.ts';
import { textFragment } from '#words/text-fragment.ts';

/** Where anybody can check a quotation, beneath the child's page. */
export const checkBeneath = (childPath: string): string => `${childPath}/words/check`;

/** Where a passage stands: in the exact words; what is under a photograph, on the page of that version. */
export function foundBeneath(
  childPath: string,
  { heading, part, text }: Pick<AnsweredPassage, 'heading' | 'part' | 'text'>,
): string {
  const beneath = part === 'caption' ? citedBeneath : wordsBeneath;
  return `${beneath(childPath, { address: heading.tributeAddress }, heading)}${textFragment(text)}`;
}
