import { canSee, seenIn } from '#audiences/can-see.ts';
import { may } from '#audiences/may.ts';
import { viewerOf } from '#audiences/viewer-of.ts';
import { listParents } from '#families/families.ts';
import { isByNoParent } from '#families/family.ts';
import { NotFound } from '#http/refusals.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { findMemorial } from '#memorials/memorials.ts';
import { familyPicturesPath } from '#photographs/paths.ts';
import type { Reader } from '#schema/database.ts';
import { findLaid } from '#tributes/covers/laid-covers.ts';
import { askedPicturesPath } from '#tributes/paths.ts';
import { askedToPublish } from '#tributes/signing/asked.ts';
import type { LaidCover, Placed, Tribute, Words } from '#tributes/tribute.ts';
import { findTribute } from '#tributes/tributes.ts';
import { findVersion } from '#tributes/versions/versions.ts';

/** What somebody else wrote, as a parent may lay a cover over it or take one off. */
export type CoverablePiece = {
  tribute: Tribute;
  memorial: Memorial;
  /** What readers have of it, else what the parents are asked to publish. */
  words: Words;
  /** The photographs of both, and where this parent gets them. */
  photographs: readonly Placed[];
  pictureOf: (photographId: string) => string;
  covers: readonly LaidCover[];
  /** Whether one can be laid; one that lies there can always be taken off. */
  isOpen: boolean;
  /** Whether a keeper asks the parents to publish it. */
  isAsked: boolean;
};

/**
 * A piece for a parent of its family who may see it, or whom its writer asks to publish it. It is `NotFound`
 * for everybody else; and where its writer is a parent, who lays covers with their own words, unless one lies
 * there from before.
 */
export async function coverablePiece(
  db: Reader,
  person: { id: string },
  id: string | undefined,
): Promise<CoverablePiece> {
  const tribute = await findTribute(db, id ?? '');
  const memorial = tribute && (await findMemorial(db, tribute.memorialId));
  const viewer = await viewerOf(db, person);
  if (!memorial || tribute.binnedAt !== undefined) throw new NotFound();
  if (!may(viewer, 'cover', memorial.familyId)) throw new NotFound();
  const isSeen = tribute.publishedAt !== undefined && canSee(viewer, seenIn(memorial, tribute));
  const published = isSeen ? await findVersion(db, tribute.id, tribute.version) : undefined;
  const asked = await wordsToPublish(db, person, tribute.id);
  const words = published ?? asked;
  const covers = await findLaid(db, tribute.id);
  const isOpen = isByNoParent(tribute, await listParents(db, memorial.familyId));
  if (!words || !(isOpen || covers.some(({ off }) => !off))) throw new NotFound();
  return {
    tribute,
    memorial,
    words,
    ...photographsOf(tribute, published?.photographs ?? [], asked?.photographs ?? []),
    covers,
    isOpen,
    isAsked: asked !== undefined,
  };
}

function photographsOf(tribute: Tribute, published: readonly Placed[], asked: readonly Placed[]) {
  const shown = new Set(published.map(({ photographId }) => photographId));
  return {
    photographs: [...published, ...asked.filter(({ photographId }) => !shown.has(photographId))],
    pictureOf: (photographId: string): string =>
      shown.has(photographId) ? familyPicturesPath(photographId) : askedPicturesPath(tribute, photographId),
  };
}

async function wordsToPublish(db: Reader, person: { id: string }, id: string): Promise<Words | undefined> {
  try {
    return (await askedToPublish(db, person, id)).words;
  } catch (error) {
    if (error instanceof NotFound) return undefined;
    throw error;
  }
}
