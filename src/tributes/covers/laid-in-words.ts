import { momentInWords } from '#i18n/dates.ts';
import type { Say } from '#i18n/messages.ts';
import { languageHere } from '#i18n/spoken.ts';
import { findNames } from '#people/people.ts';
import type { Reader } from '#schema/database.ts';
import type { LaidCover } from '#tributes/tribute.ts';

/** Tells who laid a cover, over what, and when; of one that was taken off, who took it off. */
export type SayLaid = (cover: LaidCover) => string;

/** The names for these covers are read once; `zone` is the one in which the family tells days. */
export async function laidInWords(
  db: Reader,
  say: Say,
  zone: string,
  covers: readonly LaidCover[],
): Promise<SayLaid> {
  const names = await findNames(db, [...new Set(covers.map(({ laid, off }) => (off ?? laid).by))]);
  return ({ photographId, laid, off }) => {
    const { by, at } = off ?? laid;
    const over = photographId === undefined ? 'tribute' : 'photograph';
    const day = momentInWords(at, languageHere(), zone || 'UTC');
    return say(off ? 'cover.off' : `cover.laid-${over}`, { name: names.get(by) ?? '', day });
  };
}
