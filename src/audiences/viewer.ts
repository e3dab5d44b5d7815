import type { Role } from '#families/role.ts';

/**
 * Who looks: nobody in particular (every stranger, search engine and preview robot), somebody who holds
 * keys, or a person, who may hold keys too.
 */
export type Viewer =
  | { kind: 'nobody' }
  | { kind: 'holder'; opens: ReadonlySet<string> /* memorials */ }
  | {
      kind: 'person';
      id: string;
      roles: ReadonlyMap<string, Role> /* by family */;
      circles: ReadonlySet<string>;
      opens: ReadonlySet<string> /* memorials */;
    };

export const nobody: Viewer = { kind: 'nobody' };

export function roleIn(viewer: Viewer, familyId: string): Role | undefined {
  return viewer.kind === 'person' ? viewer.roles.get(familyId) : undefined;
}

/** Whether the viewer keeps this family's memorials: a parent or a keeper. */
export function keeps(viewer: Viewer, familyId: string): boolean {
  const role = roleIn(viewer, familyId);
  return role === 'parent' || role === 'keeper';
}

/** Whether the viewer belongs to this family, in whatever role. */
export function belongs(viewer: Viewer, familyId: string): boolean {
  return roleIn(viewer, familyId) !== undefined;
}

/** Whether the viewer is in one circle of a family that they belong to. */
export function isInCircle(viewer: Viewer, familyId: string, circleId: string): boolean {
  return viewer.kind === 'person' && belongs(viewer, familyId) && viewer.circles.has(circleId);
}

/** Whether the viewer holds a key to a memorial. */
export function holdsKeyTo(viewer: Viewer, memorialId: string): boolean {
  return viewer.kind !== 'nobody' && viewer.opens.has(memorialId);
}
