import { listMembers } from '#families/families.ts';
import type { Memorial } from '#memorials/memorial.ts';
import type { Correction } from '#press/correction.ts';
import { listTold } from '#press/corrections.ts';
import type { Reader } from '#schema/database.ts';

/** What strangers told of wrong quotations, as parents have it. */
export type Told = { told: Correction[]; others: Correction[] };

/** Parents read what a doorkeeper let pass; the others only where there is no doorkeeper, or when they insist. */
export async function readTold(db: Reader, memorial: Pick<Memorial, 'id' | 'familyId'>): Promise<Told> {
  const members = await listMembers(db, memorial.familyId);
  const [passed, held, declined] = await Promise.all([
    listTold(db, memorial.id, 'passed'),
    listTold(db, memorial.id, 'held'),
    listTold(db, memorial.id, 'declined'),
  ]);
  return members.some(({ role }) => role === 'doorkeeper')
    ? { told: passed, others: [...held, ...declined] }
    : { told: [...held, ...passed], others: declined };
}
