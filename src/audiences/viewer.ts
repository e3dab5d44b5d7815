import type { Role } from '#families/role.ts';

/** Who looks: nobody in particular (every stranger, search engine and preview robot), or a person. */
export type Viewer =
  | { kind: 'nobody' }
  | { kind: 'person'; id: string; roles: ReadonlyMap<string, Role> /* by family */ };

export const nobody: Viewer = { kind: 'nobody' };

export function roleIn(viewer: Viewer, familyId: string): Role | undefined {
  return viewer.kind === 'person' ? viewer.roles.get(familyId) : undefined;
}

/** Whether the viewer keeps this family's memorials: a parent or a keeper. */
export function keeps(viewer: Viewer, familyId: string): boolean {
  const role = roleIn(viewer, familyId);
  return role === 'parent' || role === 'keeper';
}
