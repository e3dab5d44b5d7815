import { canSee } from '#audiences/can-see.ts';
import { stepOf } from '#audiences/step-of.ts';
import { keeps, type Viewer } from '#audiences/viewer.ts';
import type { Language } from '#i18n/languages.ts';
import { asShown, type Memorial } from '#memorials/memorial.ts';
import { memorialHomePath, memorialPath } from '#memorials/paths.ts';
import { calledIn } from '#memorials/vocabulary.ts';

/** A brother or sister as somebody sees them: a name, and their own page where that may be seen too. */
export type SeenSibling = { name: string; path: string | undefined };

/**
 * The brothers and sisters of a child for a viewer, in the family's order. Of a page that the viewer may
 * not see there is no link and no word; only the name that was given here, if one was.
 */
export function siblingsFor(
  viewer: Viewer,
  { familyId, siblings }: Memorial,
  language: Language,
): SeenSibling[] {
  return siblings.flatMap(({ name, page }): SeenSibling[] => {
    const seen = page && page.familyId === familyId && isSeen(viewer, page) ? page : undefined;
    if (!seen) return name === '' ? [] : [{ name, path: undefined }];
    const isOurs = keeps(viewer, familyId);
    const path = isOurs ? memorialHomePath(seen) : memorialPath(seen, language);
    return [{ name: name || calledIn(isOurs ? seen : asShown(seen), language), path }];
  });
}

function isSeen(viewer: Viewer, page: Memorial): boolean {
  const { familyId, createdBy: writerId } = page;
  return canSee(viewer, { familyId, writerId, audience: 'everyone', within: stepOf(page) });
}
