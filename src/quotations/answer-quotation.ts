import type { Memorial } from '#memorials/memorial.ts';
import type { Reader } from '#schema/database.ts';
import type { Checked, FoundPassage } from '#quotations/check-quotation.ts';
import { checkInTurn, type CheckRefusal } from '#quotations/checking.ts';
import { type Part, partOfWords, quotableTexts } from '#quotations/quotable-texts.ts';
import { idOfWords, listPublicHeadings, markOf, type PublicHeading } from '#words/public-headings.ts';
import { listPublicWords } from '#words/public-words.ts';

/** A passage of the family's words, with what is said of the words that it stands in. */
export type AnsweredPassage = FoundPassage & {
  heading: PublicHeading;
  /** Whether it stands in the text, in its title or under a photograph in it. */
  part: Part;
  /** When these words were changed: of an earlier version, the day of the next. */
  changedAt: string | undefined;
};
export type Answered = Omit<Checked, 'passages'> & {
  passages: AnsweredPassage[];
  /** In which language the quotation is (BCP 47), where that can be told. */
  language: string | undefined;
  /** What was searched. */
  searched: { pieces: number; languages: string[] };
};

/**
 * Checks a quotation against all words of a memorial that everybody may read at this moment, and against
 * nothing else. Keeps nothing of it.
 */
export async function answerQuotation(
  db: Reader,
  memorial: Memorial,
  pasted: string,
): Promise<Answered | { refused: CheckRefusal }> {
  const before = await listPublicHeadings(db, memorial);
  const answer = await checkInTurn(pasted, { memorialId: memorial.id, mark: markOf(before) }, async () => {
    const words = await listPublicWords(db, memorial.id);
    return {
      memorialId: memorial.id,
      mark: markOf(words),
      texts: words.flatMap(quotableTexts),
    };
  });
  if ('refused' in answer) return answer;
  // Asked again where they have changed while this was waiting: nobody is shown what was taken back meanwhile.
  const headings = answer.mark === markOf(before) ? before : await listPublicHeadings(db, memorial);
  const known = new Map(headings.map((one) => [idOfWords(one), one]));
  return {
    ...answer.checked,
    language: answer.language,
    searched: {
      pieces: new Set(headings.map(({ tributeId }) => tributeId)).size,
      languages: [...new Set(headings.map(({ language }) => language))],
    },
    passages: answer.checked.passages.flatMap((passage) => {
      const { words, part } = partOfWords(passage.id);
      const heading = known.get(words);
      return heading ? [{ ...passage, heading, part, changedAt: changedAt(heading, headings) }] : [];
    }),
  };
}

function changedAt(one: PublicHeading, all: readonly PublicHeading[]): string | undefined {
  const later = all.filter(
    ({ tributeId, original, language, version }) =>
      tributeId === one.tributeId &&
      original === one.original &&
      (original || language === one.language) &&
      version > one.version,
  );
  return later.reduce<PublicHeading | undefined>(
    (first, next) => (first && first.version < next.version ? first : next),
    undefined,
  )?.publishedAt;
}
