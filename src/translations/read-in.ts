import type { Viewer } from '#audiences/viewer.ts';
import type { Reader } from '#schema/database.ts';
import { placeMoved } from '#tributes/paragraphs.ts';
import type { Published, TranslatedFrom, Version } from '#tributes/tribute.ts';
import type { In } from '#tributes/tributes.ts';
import { aroundOf, translatedWords } from '#translations/around.ts';
import type { Readable } from '#translations/translation.ts';
import { listCurrent } from '#translations/approved.ts';

/**
 * These tributes in a language: each in its approved translation where the viewer may see one, else as it was
 * written; of a text no more than the first `longest` characters is read. Asks the database once, and not at all
 * where all are written in that language.
 */
export async function readIn<T extends Published>(
  db: Reader,
  viewer: Viewer,
  memorial: In,
  tributes: readonly T[],
  language: string,
  longest?: number,
): Promise<T[]> {
  const foreign = tributes.filter(({ words }) => words.language !== language).map(({ id }) => id);
  const found = new Map(
    (await listCurrent(db, viewer, memorial, foreign, { language, longest })).map((one) => [
      one.tributeId,
      one,
    ]),
  );
  return tributes.map((tribute) => {
    const translation = found.get(tribute.id);
    return translation ? { ...tribute, words: wordsIn(tribute.words, translation) } : tribute;
  });
}

/**
 * A translation as it is shown today. Its words are the translator's; photographs, their order and their covers
 * are the family's as they are now, and what is written on them is translated where it still says what it said
 * then. Where the original was changed since, photographs go with the paragraphs around them, a cover over either
 * holds, and whoever signed both signs.
 */
export function wordsIn(now: Version, translation: Readable): Version & { translated: TranslatedFrom } {
  const { translator, number, ofVersion, originalAt, publishedAt } = translation;
  const made = translation.madeOf ?? now;
  const isBehind = made.title !== now.title || made.sha256 !== now.sha256;
  const shown = isBehind ? asBefore(now, made) : now;
  const said = new Map(aroundOf(made).map(({ part, text }) => [part, text]));
  const still = new Set(aroundOf(shown).flatMap(({ part, text }) => (said.get(part) === text ? [part] : [])));
  const around = translation.around.filter(({ part }) => still.has(part));
  const known = new Set(around.map(({ part }) => part));
  const parts = aroundOf(shown).map(({ part }) => part);
  return {
    ...shown,
    ...translatedWords(shown, { ...translation, around }),
    sha256: translation.sha256,
    publishedAt: isBehind || publishedAt > now.publishedAt ? publishedAt : now.publishedAt,
    translated: {
      by: translator,
      number,
      from: now.language,
      of: ofVersion,
      ofDay: originalAt,
      isBehind,
      untranslated: new Set(parts.filter((part) => !known.has(part))),
    },
  };
}

/** What stands around words that were changed, around those that were there before. */
function asBefore(now: Version, made: NonNullable<Readable['madeOf']>): Version {
  return {
    ...now,
    cover: made.cover ?? now.cover,
    signed: made.signed.filter((one) => now.signed.some(({ personId }) => personId === one.personId)),
    photographs: now.photographs.map((placed) => ({
      ...placed,
      after: placeMoved(placed.after, now.text, made.text),
    })),
  };
}
