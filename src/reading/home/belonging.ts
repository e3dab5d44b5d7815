import { languageHere } from '#i18n/spoken.ts';
import { canSeeMemorial } from '#audiences/can-see.ts';
import { stepOf } from '#audiences/step-of.ts';
import type { Viewer } from '#audiences/viewer.ts';
import type { Role } from '#families/role.ts';
import { listParents } from '#families/families.ts';
import { asShown, type Memorial } from '#memorials/memorial.ts';
import { listMemorials } from '#memorials/memorials.ts';
import { withPath } from '#memorials/paths.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import { findNames } from '#people/people.ts';
import type { Reader } from '#schema/database.ts';
import { correctionsPath } from '#press/paths.ts';

/** A family to which somebody belongs without keeping its pages: who the parents are, and what they can read. */
export type Belonging = {
  role: Exclude<Role, 'parent' | 'keeper'>;
  parents: readonly string[];
  pages: readonly { called: string; path: string }[];
  /** Of a doorkeeper: the pages for the press whose readers' words they read first. */
  screens: readonly { called: string; path: string }[];
};

/** Where a person is a relative or a doorkeeper, with the pages that are open to them there. */
export async function readBelonging(
  db: Reader,
  viewer: Extract<Viewer, { kind: 'person' }>,
): Promise<Belonging[]> {
  const all = await Promise.all(
    [...viewer.roles].map(async ([familyId, role]): Promise<Belonging | undefined> => {
      if (role === 'parent' || role === 'keeper') return undefined;
      const parents = await listParents(db, familyId);
      const names = await findNames(
        db,
        parents.map(({ personId }) => personId),
      );
      const memorials = await listMemorials(db, [familyId]);
      const pages = memorials.filter((memorial) => canSeeMemorial(viewer, memorial)).map(pageOf);
      const screens = role === 'doorkeeper' ? screensOf(memorials) : [];
      return { role, parents: parents.map(({ personId }) => names.get(personId) ?? ''), pages, screens };
    }),
  );
  return all.filter((one) => one !== undefined);
}

function screensOf(memorials: readonly Memorial[]): Belonging['screens'] {
  return memorials
    .filter((memorial) => memorial.forPress && stepOf(memorial) === 'everyone')
    .map((memorial) => ({ ...pageOf(memorial), path: correctionsPath(memorial) }));
}

/** What the family shows with its page, and nothing else of it. */
function pageOf(memorial: Memorial): { called: string; path: string } {
  return { called: calledIn(asShown(memorial), languageHere()), path: withPath(memorial) };
}
