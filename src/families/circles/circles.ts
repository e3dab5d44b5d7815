import { randomUUIDv7 } from 'node:crypto';
import type { Circle } from '#families/circles/circle.ts';
import type { Reader, Tx } from '#schema/database.ts';

/** The circles of a family, in the order they were made. */
export async function listCircles(db: Reader, familyId: string): Promise<Circle[]> {
  const rows = await db
    .selectFrom('circle')
    .select(['id', 'family_id', 'name'])
    .where('family_id', '=', familyId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ id: row.id, familyId: row.family_id, name: row.name }));
}

/** Who is in which circle of a family: the ids of people, by the id of the circle. */
export async function listCirclePeople(db: Reader, familyId: string): Promise<Map<string, Set<string>>> {
  const rows = await db
    .selectFrom('circle_member')
    .innerJoin('circle', 'circle.id', 'circle_member.circle_id')
    .select(['circle_member.circle_id', 'circle_member.person_id'])
    .where('circle.family_id', '=', familyId)
    .execute();
  const people = new Map<string, Set<string>>();
  for (const row of rows) people.getOrInsertComputed(row.circle_id, () => new Set()).add(row.person_id);
  return people;
}

/** Makes a circle that nobody is in yet. */
export async function makeCircle(
  tx: Tx,
  circle: { familyId: string; name: string },
  now: string,
): Promise<Circle> {
  const made = { ...circle, id: randomUUIDv7() };
  await tx
    .insertInto('circle')
    .values({ id: made.id, family_id: made.familyId, name: made.name, created_at: now })
    .execute();
  return made;
}

export async function renameCircle(tx: Tx, { id, familyId, name }: Circle): Promise<void> {
  await tx
    .updateTable('circle')
    .set({ name })
    .where('id', '=', id)
    .where('family_id', '=', familyId)
    .execute();
}

/** Removes a circle and who was in it. What was for it reaches nobody but those who keep the page. */
export async function removeCircle(tx: Tx, { id, familyId }: Omit<Circle, 'name'>): Promise<void> {
  const ours = tx.selectFrom('circle').select('id').where('id', '=', id).where('family_id', '=', familyId);
  await tx.deleteFrom('circle_member').where('circle_id', 'in', ours).execute();
  await tx.deleteFrom('circle').where('id', '=', id).where('family_id', '=', familyId).execute();
}

/** Puts a member of the family into these of its circles, and out of all others of them, at once. */
export async function putInCircles(
  tx: Tx,
  member: { familyId: string; personId: string },
  circleIds: readonly string[],
  now: string,
): Promise<void> {
  await leaveCircles(tx, member);
  for (const { id } of await listCircles(tx, member.familyId)) {
    if (!circleIds.includes(id)) continue;
    await tx
      .insertInto('circle_member')
      .values({ circle_id: id, person_id: member.personId, created_at: now })
      .execute();
  }
}

/** Takes somebody out of every circle of a family. */
export async function leaveCircles(
  tx: Tx,
  { familyId, personId }: { familyId: string; personId: string },
): Promise<void> {
  const ours = tx.selectFrom('circle').select('id').where('family_id', '=', familyId);
  await tx
    .deleteFrom('circle_member')
    .where('person_id', '=', personId)
    .where('circle_id', 'in', ours)
    .execute();
}
