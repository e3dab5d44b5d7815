import type { Viewer } from '#audiences/viewer.ts';
import { rolesOf } from '#families/families.ts';
import type { Reader } from '#schema/database.ts';

/** A signed-in person as a viewer, with the roles they have at this moment. */
export async function viewerOf(
  db: Reader,
  person: { id: string },
): Promise<Extract<Viewer, { kind: 'person' }>> {
  return { kind: 'person', id: person.id, roles: await rolesOf(db, person.id) };
}
