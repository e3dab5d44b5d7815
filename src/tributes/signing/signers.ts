import { listMembers } from '#families/families.ts';
import type { Reader } from '#schema/database.ts';
import type { Signature } from '#tributes/tribute.ts';

/** Who of a family can sign a tribute: its parents and keepers, each in the words they sign with. */
export async function listSigners(db: Reader, familyId: string): Promise<Signature[]> {
  const members = await listMembers(db, familyId);
  return members
    .filter(({ role }) => role === 'parent' || role === 'keeper')
    .map(({ personId, signsAs }) => ({ personId, as: signsAs }));
}
