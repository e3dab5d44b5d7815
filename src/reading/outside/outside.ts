import type { Say } from '#i18n/messages.ts';
import { firstWords } from '#lib/beginning.ts';
import { coverOver, coverWords, uncoveredPhotographs } from '#tributes/covers/cover.ts';
import { kindInWords, titleOf } from '#tributes/title.ts';
import type { Placed, TributeKind, Words } from '#tributes/tribute.ts';

/** What is shown of a tribute outside of its own page, where nobody chose to look: nothing that is covered. */
export type Outside = { title: string; description: string; photograph: Placed | undefined };

/** The title, the first words and the first photograph of a tribute, for previews and messengers. */
export function outsideOf(say: Say, kind: TributeKind, words: Words, called: string): Outside {
  const cover = coverOver(words);
  return {
    title: titleOf(say, kind, words, called),
    description: cover
      ? coverWords(say, cover)
      : firstWords(words.text) || kindInWords(say, kind, words, called),
    photograph: uncoveredPhotographs(words)[0],
  };
}
