import type { Member } from '#families/family.ts';
import { roleOf, type Role } from '#families/role.ts';
import type { Reader, Tx } from '#schema/database.ts';

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
  return rows.map((row) => ({
    familyId: row.family_id,
    personId: row.person_id,
    role: roleOf(row.role),
    signsAs: row.signs_as,
  }));
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
    })
    .onConflict((conflict) => conflict.columns(['family_id', 'person_id']).doNothing())
    .execute();
}

export async function saveSignature(
  tx: Tx,
  member: { familyId: string; personId: string },
  signsAs: string,
): Promise<void> {
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

export type Invitation = {
  id: string;
  familyId: string;
  role: Role;
  name: string;
  email: string | undefined;
  invitedBy: string;
  expiresAt: string;
};

const invitationColumns = ['id', 'family_id', 'role', 'name', 'email', 'invited_by', 'expires_at'] as const;

/** Invitations that can still be accepted. */
export async function listInvitations(db: Reader, familyId: string, now: string): Promise<Invitation[]> {
  const rows = await openInvitations(db, now)
    .where('family_id', '=', familyId)
    .orderBy('created_at')
    .execute();
  return rows.map(invitationFrom);
}

/** The open invitation behind a link's hash, or nothing: used, revoked, too old and never made look the same. */
export async function findInvitation(
  db: Reader,
  tokenHash: string,
  now: string,
): Promise<Invitation | undefined> {
  const row = await openInvitations(db, now).where('token_hash', '=', tokenHash).executeTakeFirst();
  return row && invitationFrom(row);
}

export async function saveInvitation(
  tx: Tx,
  invitation: Invitation,
  tokenHash: string,
  now: string,
): Promise<void> {
  await tx
    .insertInto('invitation')
    .values({
      id: invitation.id,
      family_id: invitation.familyId,
      role: invitation.role,
      name: invitation.name,
      email: invitation.email ?? null,
      token_hash: tokenHash,
      invited_by: invitation.invitedBy,
      created_at: now,
      expires_at: invitation.expiresAt,
      accepted_by: null,
      accepted_at: null,
      revoked_at: null,
    })
    .execute();
}

/** Marks an invitation as accepted; says whether this was the first time. */
export async function acceptOnce(tx: Tx, id: string, personId: string, now: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('invitation')
    .set({ accepted_at: now, accepted_by: personId })
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

export async function revokeInvitation(tx: Tx, id: string, familyId: string, now: string): Promise<void> {
  await tx
    .updateTable('invitation')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('family_id', '=', familyId)
    .where('accepted_at', 'is', null)
    .execute();
}

function openInvitations(db: Reader, now: string) {
  return db
    .selectFrom('invitation')
    .select(invitationColumns)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now);
}

function invitationFrom(row: {
  id: string;
  family_id: string;
  role: string;
  name: string;
  email: string | null;
  invited_by: string;
  expires_at: string;
}): Invitation {
  return {
    id: row.id,
    familyId: row.family_id,
    role: roleOf(row.role),
    name: row.name,
    email: row.email ?? undefined,
    invitedBy: row.invited_by,
    expiresAt: row.expires_at,
  };
}
