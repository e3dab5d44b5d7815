import { randomUUIDv7 } from 'node:crypto';
import { saveFamily, saveMember } from '#families/families.ts';
import type { Tx } from '#schema/database.ts';

/** Begins a family with its first parent, who signs letters as `signsAs`. Answers the family's id. */
export async function foundFamily(tx: Tx, personId: string, signsAs: string, now: string): Promise<string> {
  const familyId = randomUUIDv7();
  await saveFamily(tx, { id: familyId, now });
  await saveMember(tx, { familyId, personId, role: 'parent', signsAs }, now);
  return familyId;
}
