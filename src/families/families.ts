import { leaveCircles } from '#families/circles/circles.ts';
import type { Member, Parent } from '#families/family.ts';
import { roleOf, type Role } from '#families/role.ts';
import type { Reader, Tx } from '#schema/database.ts';
import type { Tables } from '#schema/tables.ts';

/** Somebody in one family: the same person may belong to others. */
type Of = { familyId: string; personId: string };

/** The families a person belongs to, with the person's role in each. */
export async function rolesOf(db: Reader, personId: string): Promise<Map<string, Role>> {
  const rows = await db
    .selectFrom('member')
    .select(['family_id', 'role'])
    .where('person_id', '=', personId)
    .execute();
  return new Map(rows.map((row) => [row.family_id, roleOf(row.role)]));
}

/** Everybody in a family, first come first. */
export async function listMembers(db: Reader, familyId: string): Promise<Member[]> {
  const rows = await db
    .selectFrom('member')
    .selectAll()
    .where('family_id', '=', familyId)
    .orderBy('created_at')
    .orderBy('person_id')
    .execute();
  return rows.map(memberFrom);
}

export async function findMember(db: Reader, { familyId, personId }: Of): Promise<Member | undefined> {
  const row = await db
    .selectFrom('member')
    .selectAll()
    .where('family_id', '=', familyId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row && memberFrom(row);
}

/** The parents of a family, each with the moment since when they are one; the longest first. */
export async function listParents(db: Reader, familyId: string): Promise<Parent[]> {
  const rows = await db
    .selectFrom('member')
    .select(['person_id', 'role_since'])
    .where('family_id', '=', familyId)
    .where('role', '=', 'parent')
    .orderBy('role_since')
    .orderBy('person_id')
    .execute();
  return rows.map((row) => ({ personId: row.person_id, since: row.role_since }));
}

/** Whether one person is all of a family so far. */
export async function isOneAlone(db: Reader, familyId: string): Promise<boolean> {
  return (await listMembers(db, familyId)).length < 2;
}

export async function saveFamily(tx: Tx, family: { id: string; now: string }): Promise<void> {
  await tx.insertInto('family').values({ id: family.id, created_at: family.now }).execute();
}

export async function saveMember(tx: Tx, member: Member, now: string): Promise<void> {
  await tx
    .insertInto('member')
    .values({
      family_id: member.familyId,
      person_id: member.personId,
      role: member.role,
      signs_as: member.signsAs,
      created_at: now,
      role_since: now,
    })
    .onConflict((conflict) => conflict.columns(['family_id', 'person_id']).doNothing())
    .execute();
}

/** Makes somebody who belongs already what they are from now on. */
export async function saveRole(tx: Tx, member: Of & { role: Role }, now: string): Promise<void> {
  await tx
    .updateTable('member')
    .set({ role: member.role, role_since: now })
    .where('family_id', '=', member.familyId)
    .where('person_id', '=', member.personId)
    .execute();
}

/** Somebody does not belong any more. Nothing that they wrote or gave is touched. */
export async function removeMember(tx: Tx, { familyId, personId }: Of): Promise<void> {
  await tx.deleteFrom('member').where('family_id', '=', familyId).where('person_id', '=', personId).execute();
  await leaveCircles(tx, { familyId, personId });
}

export async function saveSignature(tx: Tx, member: Of, signsAs: string): Promise<void> {
  await tx
    .updateTable('member')
    .set({ signs_as: signsAs })
    .where('family_id', '=', member.familyId)
    .where('person_id', '=', member.personId)
    .execute();
}

export async function countFamilies(db: Reader): Promise<number> {
  const { count } = await db
    .selectFrom('family')
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

function memberFrom(row: Tables['member']): Member {
  return {
    familyId: row.family_id,
    personId: row.person_id,
    role: roleOf(row.role),
    signsAs: row.signs_as,
  };
}
