import { canSeeMemorial } from '#audiences/can-see.ts';
import { keeps, type Viewer } from '#audiences/viewer.ts';
import type { Language } from '#i18n/languages.ts';
import { asShown, type Memorial } from '#memorials/memorial.ts';
import { calledIn } from '#memorials/vocabulary.ts';

/** A brother or sister as somebody sees them: a name, and their own page where that may be seen too. */
export type SeenSibling = { name: string; path: string | undefined };

/**
 * The brothers and sisters of a child for a viewer, in the family's order. Of a page that the viewer may
 * not see there is no link and no word; only the name that was given here, if one was. `pathOf` says where
 * a child's page stands for this viewer.
 */
export function siblingsFor(
  viewer: Viewer,
  { familyId, siblings }: Memorial,
  language: Language,
  pathOf: (memorial: Memorial) => string,
): SeenSibling[] {
  return siblings.flatMap(({ name, page }): SeenSibling[] => {
    const seen = page && page.familyId === familyId && canSeeMemorial(viewer, page) ? page : undefined;
    if (!seen) return name === '' ? [] : [{ name, path: undefined }];
    const shown = keeps(viewer, familyId) ? seen : asShown(seen);
    return [{ name: name || calledIn(shown, language), path: pathOf(seen) }];
  });
}
