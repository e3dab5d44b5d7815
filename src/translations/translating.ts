import { canSee, seenIn } from '#audiences/can-see.ts';
import { may } from '#audiences/may.ts';
import { isAsOpened } from '#audiences/step-of.ts';
import { viewerOf } from '#audiences/viewer-of.ts';
import { belongs, keeps, type Viewer } from '#audiences/viewer.ts';
import { NotFound } from '#http/refusals.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { findMemorial } from '#memorials/memorials.ts';
import type { Reader } from '#schema/database.ts';
import { choosePointable } from '#tributes/pointers.ts';
import type { Tribute, Version } from '#tributes/tribute.ts';
import { findTribute } from '#tributes/tributes.ts';
import { findVersionFor } from '#tributes/versions/versions.ts';
import type { Translation } from '#translations/translation.ts';
import { findTranslation } from '#translations/translations.ts';

/** A tribute as readers have it now, and by whose leave somebody sees it and can translate it. */
type Original = { tribute: Tribute; memorial: Memorial; original: Version; viewer: Viewer };
/** The same of somebody of its family: whether they keep its pages, and whether they decide there. */
type InFamily = Original & { keeps: boolean; decides: boolean };
export type Translating = Original & { translation: Translation };

/** A tribute that somebody of its family may see; for everybody else it is `NotFound`. */
export async function translatable(
  db: Reader,
  person: { id: string },
  tributeId: string | undefined,
): Promise<InFamily> {
  const viewer = await viewerOf(db, person);
  const found = await originalFor(db, viewer, tributeId ?? '');
  const familyId = found?.memorial.familyId;
  if (!familyId || !belongs(viewer, familyId)) throw new NotFound();
  return { ...found, keeps: keeps(viewer, familyId), decides: may(viewer, 'decide', familyId) };
}

/** A translation for a parent of the family, who may see what it is of; `NotFound` for everybody else. */
export async function translationToDecide(
  db: Reader,
  person: { id: string },
  id: string | undefined,
): Promise<Translating> {
  const translation = await findTranslation(db, id ?? '');
  if (!translation) throw new NotFound();
  const found = await translatable(db, person, translation.tributeId);
  if (!found.decides) throw new NotFound();
  return { ...found, translation };
}

/** What somebody of the family translates themselves; `NotFound` for everybody else, parents included. */
export async function ownTranslating(
  db: Reader,
  person: { id: string },
  id: string | undefined,
): Promise<Translating & InFamily> {
  const translation = await findTranslation(db, id ?? '');
  if (translation?.personId !== person.id) throw new NotFound();
  return { ...(await translatable(db, person, translation.tributeId)), translation };
}

/**
 * What a link lets its holder translate: what the parent who made it may see at this moment, and nothing
 * while the tribute is in the bin or withdrawn, or the child's page rests or is going away.
 */
export async function letInTranslating(
  db: Reader,
  translation: Translation | undefined,
): Promise<Translating | undefined> {
  if (!translation) return undefined;
  const inviter = await viewerOf(db, { id: translation.invitedBy });
  const found = await originalFor(db, inviter, translation.tributeId);
  if (!found || !isAsOpened(found.memorial)) return undefined;
  return { ...found, translation };
}

async function originalFor(db: Reader, viewer: Viewer, tributeId: string): Promise<Original | undefined> {
  const tribute = await findTribute(db, tributeId);
  if (!tribute || tribute.binnedAt !== undefined || tribute.publishedAt === undefined) return undefined;
  const memorial = await findMemorial(db, tribute.memorialId);
  if (!memorial || !canSee(viewer, seenIn(memorial, tribute))) return undefined;
  const original = await findVersionFor(db, viewer, memorial, tribute, tribute.version);
  return original && { tribute, memorial, original: await asSeen(db, viewer, memorial, original), viewer };
}

/** A version as a viewer has it who translates or decides: a pointer to what they may not see says nothing. */
export async function asSeen(
  db: Reader,
  viewer: Viewer,
  memorial: Memorial,
  version: Version,
): Promise<Version> {
  const ids = version.pointsTo.map(({ to }) => to);
  const seen = await choosePointable(db, viewer, memorial, { id: version.tributeId }, ids);
  return { ...version, pointsTo: version.pointsTo.filter(({ to }) => seen.some(({ id }) => id === to)) };
}
