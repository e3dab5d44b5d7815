import { may } from '#audiences/may.ts';
import type { Viewer } from '#audiences/viewer.ts';
import { NotFound } from '#http/refusals.ts';
import type { Memorial } from '#memorials/memorial.ts';
import type { Reader } from '#schema/database.ts';
import { translatingPath, translationPath } from '#translations/paths.ts';
import { ownTranslating, translationToDecide } from '#translations/translating.ts';
import { stateOf } from '#translations/translation.ts';
import { listOffered, listTranslatedBy } from '#translations/translations.ts';

/** A translation that waits for somebody, whenever they wish: to be read by a parent, or to be gone on with. */
export type WaitingTranslation = {
  what: 'translation' | 'translating' | 'translation-returned';
  name: string;
  memorial: Memorial;
  path: string;
};

/** What translators offer to a person who is a parent, and what this person translates and has not finished. */
export async function listWaitingTranslations(
  db: Reader,
  viewer: Extract<Viewer, { kind: 'person' }>,
): Promise<WaitingTranslation[]> {
  const decides = [...viewer.roles.keys()].filter((id) => may(viewer, 'decide', id));
  const [offered, own] = await Promise.all([listOffered(db, decides), listTranslatedBy(db, viewer.id)]);
  const all = await Promise.all([
    ...offered.map(async ({ id, translator: name }) => {
      const found = await there(translationToDecide(db, viewer, id));
      return (
        found && {
          what: 'translation' as const,
          name,
          memorial: found.memorial,
          path: translationPath({ id }),
        }
      );
    }),
    ...own.map(async (translation) => {
      const state = stateOf(translation);
      if (state !== 'draft' && state !== 'returned') return undefined;
      const found = await there(ownTranslating(db, viewer, translation.id));
      const what = state === 'returned' ? ('translation-returned' as const) : ('translating' as const);
      return found && { what, name: '', memorial: found.memorial, path: translatingPath(translation) };
    }),
  ]);
  return all.filter((one) => one !== undefined);
}

/** What is gone from where it was, or is not for them any more, waits for nobody. */
async function there<T>(one: Promise<T>): Promise<T | undefined> {
  return one.catch((error: unknown) => {
    if (!(error instanceof NotFound)) throw error;
    return undefined;
  });
}
