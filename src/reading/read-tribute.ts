import { NotFound } from '#http/refusals.ts';
import type { Reading } from '#reading/space.tsx';
import type { Reader } from '#schema/database.ts';
import type { Headed } from '#tributes/headed.ts';
import { listPointed, type Pointed } from '#tributes/pointers.ts';
import { listChapterHeads } from '#tributes/story.ts';
import type { Published, Version } from '#tributes/tribute.ts';
import { pointerPart } from '#translations/around.ts';
import type { Readable } from '#translations/translation.ts';
import { wordsIn } from '#translations/read-in.ts';
import { listAround } from '#translations/approved.ts';

/** What a tribute leads to: other memories, and of a chapter its neighbours in the story. */
export type LeadsTo = {
  pointed: readonly Pointed[];
  around: { before: Headed | undefined; next: Headed | undefined } | undefined;
};

/** A tribute as one reader has it, in one of its languages. */
export type ReadTribute = {
  words: Version;
  /** Every language that it can be read in: first the original's. */
  languages: readonly string[];
  /** The one that its page has where nobody asks for another. */
  usual: string;
  leadsTo: LeadsTo;
};

/**
 * A tribute in the language that was asked for, else in the one its reader reads where it has that, else as it
 * was written; what it leads to is named in the reader's language. Throws `NotFound` for a language in which
 * there are no words for this reader.
 */
export async function readTribute(
  db: Reader,
  { viewer, memorial, readsIn }: Reading,
  tribute: Published,
  asked?: string,
): Promise<ReadTribute> {
  const { id, kind } = tribute;
  const [pointed, chapters] = await Promise.all([
    listPointed(db, viewer, memorial, tribute),
    kind === 'chapter' ? listChapterHeads(db, viewer, memorial) : [],
  ]);
  const at = chapters.findIndex((chapter) => chapter.id === id);
  const around = at === -1 ? undefined : { before: chapters[at - 1], next: chapters[at + 1] };
  const heads = [...pointed.map(({ other }) => other), ...[around?.before, around?.next].filter(isThere)];
  const foreign = heads.filter(({ language }) => language !== readsIn).map((head) => head.id);
  const found = await listAround(db, viewer, memorial, id, { ids: foreign, language: readsIn });
  const titles = new Map(found.map(({ tributeId, title }) => [tributeId, title]));
  const inTheirs = <T extends Headed | undefined>(head: T): T => {
    const title = head && titles.get(head.id);
    return title === undefined ? head : { ...head, title, language: readsIn };
  };
  const { words } = tribute;
  const translations = found.filter(
    ({ tributeId, language }) => tributeId === id && language !== words.language,
  );
  const languages = [words.language, ...translations.map(({ language }) => language)];
  const usual = languages.includes(readsIn) ? readsIn : words.language;
  const wanted = asked ?? usual;
  const translation = translations.find(({ language }) => language === wanted);
  if (!translation && wanted !== words.language) throw new NotFound();
  const read = translation ? wordsIn(words, translation) : words;
  return {
    words: read,
    languages,
    usual,
    leadsTo: {
      pointed: pointed.map((one) => ({
        ...one,
        other: inTheirs(one.other),
        words: pointerIn(one, { from: read, id, translations: found }),
      })),
      around: around && { before: inTheirs(around.before), next: inTheirs(around.next) },
    },
  };
}

/**
 * What a pointer says, as the page says it: its own in the words of the page, one from elsewhere in the reader's
 * language where that is translated and says no more and no less than it did then.
 */
function pointerIn(
  { leads, other, words }: Pointed,
  { from, id, translations }: { from: Version; id: string; translations: readonly Readable[] },
): string {
  if (leads === 'there') return from.pointsTo.find(({ to }) => to === other.id)?.words ?? words;
  const translation = translations.find(({ tributeId }) => tributeId === other.id);
  const made = translation?.madeOf?.pointsTo.find(({ to }) => to === id)?.words;
  if (!translation || (translation.madeOf && made !== words)) return words;
  return translation.around.find(({ part }) => part === pointerPart(id))?.text ?? words;
}

const isThere = (head: Headed | undefined): head is Headed => head !== undefined;
