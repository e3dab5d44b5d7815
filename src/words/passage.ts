import { countIn } from '#http/forms.ts';
import { isSeen } from '#lib/seen.ts';
import { paragraphsOf } from '#tributes/paragraphs.ts';
import type { PublicWords } from '#words/public-words.ts';

/** Part of an exact text: from one position to before another, in UTF-16 units. */
export type Passage = { from: number; to: number };

/** So long a passage is quoted by itself, in UTF-16 units; of more the exact words are the page to point to. */
export const mostQuoted = 20_000;

/** What an address asks for: words of a tribute, and a passage of them where it names one. */
export type Asked = { words: PublicWords; passage: Passage | undefined };

/**
 * The words that the query of an address asks for: `in` a language that they were translated into, of a
 * `version`, without one those that readers have now; and the passage `from` one place `to` another. Nothing
 * where there are no such words, or no such passage that says something.
 */
export function askedFor(all: readonly PublicWords[], query: Record<string, string>): Asked | undefined {
  const { in: language, version, from, to } = query;
  const translated = all.filter((one) => !one.original && one.language === language);
  const inLanguage =
    translated.length > 0
      ? translated
      : all.filter((one) => one.original && [undefined, one.language].includes(language));
  const words =
    version === undefined
      ? inLanguage.find(({ current }) => current)
      : inLanguage.find((one) => one.version === countIn(version));
  if (!words) return undefined;
  if (from === undefined && to === undefined) return { words, passage: undefined };
  const passage = { from: countIn(from), to: countIn(to) };
  return isPassage(words.text, passage) ? { words, passage } : undefined;
}

/** Whether a passage stands in a text, says something, cuts no letter in two and is not too long to quote. */
function isPassage(text: string, { from, to }: Passage): boolean {
  if (from < 0 || to > text.length || from >= to || to - from > mostQuoted) return false;
  const words = text.slice(from, to);
  return words.isWellFormed() && isSeen(words);
}

/** Each paragraph of a text as a passage, without the spaces around it; none for one that says nothing or is too long. */
export function paragraphPassages(text: string): (Passage | undefined)[] {
  let at = 0;
  return paragraphsOf(text).map((paragraph) => {
    const from = at + paragraph.length - paragraph.trimStart().length;
    const to = at + paragraph.trimEnd().length;
    at += paragraph.length + 2;
    return isSeen(paragraph) && to - from <= mostQuoted ? { from, to } : undefined;
  });
}
