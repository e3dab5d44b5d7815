import { nobody, type Viewer } from '#audiences/viewer.ts';
import { listParents } from '#families/families.ts';
import type { Memorial } from '#memorials/memorial.ts';
import type { Reader } from '#schema/database.ts';
import type { Headed } from '#tributes/headed.ts';
import { listHeads } from '#tributes/order/positions.ts';
import { type Release, releases } from '#press/release.ts';
import { listReleases } from '#press/releases.ts';

/** A photograph as a parent can give it to the press, or take it back. */
export type Releasable = {
  photographId: string;
  tributeId: string;
  alternative: string;
  /** What it stands in. */
  piece: Headed;
  /** Whether that is everyone's at the moment; if not, nobody gets the photograph, released or not. */
  isOpen: boolean;
  /** Whether this parent may release it. */
  own: boolean;
  release: Release | undefined;
};

type Parent = Extract<Viewer, { kind: 'person' }>;

/**
 * The photographs that everybody sees, and those that are released besides in what this parent may see, in
 * the order of the memories.
 */
export async function listReleasable(db: Reader, memorial: Memorial, parent: Parent): Promise<Releasable[]> {
  const [pieces, everyones, parents, released] = await Promise.all([
    listHeads(db, parent, memorial),
    listHeads(db, nobody, memorial),
    listParents(db, memorial.familyId),
    listReleases(db, memorial.id),
  ]);
  const open = new Set(everyones.map(({ id }) => id));
  const given = new Map(released.map((release) => [keyOf(release), release]));
  return pieces.flatMap((piece) => {
    const isOpen = open.has(piece.id);
    const own = releases(parent, piece, parents);
    return piece.photographs
      .map(({ photographId, alternative }): Releasable => {
        const of = { tributeId: piece.id, photographId };
        return { ...of, alternative, piece, isOpen, own, release: given.get(keyOf(of)) };
      })
      .filter(({ release }) => isOpen || release !== undefined);
  });
}

/** One of them; nothing where it is neither everyone's nor released. */
export async function findReleasable(
  db: Reader,
  memorial: Memorial,
  parent: Parent,
  of: Pick<Release, 'tributeId' | 'photographId'>,
): Promise<Releasable | undefined> {
  return (await listReleasable(db, memorial, parent)).find((one) => keyOf(one) === keyOf(of));
}

const keyOf = ({ tributeId, photographId }: Pick<Release, 'tributeId' | 'photographId'>): string =>
  `${tributeId} ${photographId}`;
