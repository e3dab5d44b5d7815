import type { Viewer } from '#audiences/viewer.ts';
import { belongingOf } from '#families/belonging.ts';
import type { Reader } from '#schema/database.ts';

/** A signed-in person as a viewer, with what they belong to at this moment; keys that they hold apart. */
export async function viewerOf(
  db: Reader,
  person: { id: string },
): Promise<Extract<Viewer, { kind: 'person' }>> {
  const belonging = await belongingOf(db, { personId: person.id });
  return { kind: 'person', id: person.id, ...belonging };
}
