import type { KnownInvitation, Invitation } from '#families/invitations/invitation.ts';
import { roleOf } from '#families/role.ts';
import type { Reader, Tx } from '#schema/database.ts';

const invitationColumns = ['id', 'family_id', 'role', 'name', 'email', 'invited_by', 'expires_at'] as const;

/** Who is invited into a family and has not come; also by links whose time is over, which can be made anew. */
export async function listInvitations(db: Reader, familyId: string): Promise<Invitation[]> {
  const rows = await waitingInvitations(db).where('family_id', '=', familyId).orderBy('created_at').execute();
  return rows.map(invitationFrom);
}

/** The same of one person's invitations into families that nobody belongs to yet. */
export async function listFirstInvitations(db: Reader, invitedBy: string): Promise<Invitation[]> {
  const rows = await waitingInvitations(db)
    .where('invited_by', '=', invitedBy)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('member')
            .select('person_id')
            .whereRef('member.family_id', '=', 'invitation.family_id'),
        ),
      ),
    )
    .orderBy('created_at')
    .execute();
  return rows.map(invitationFrom);
}

/** The open invitation behind a link's hash, or nothing. */
export async function findInvitation(
  db: Reader,
  tokenHash: string,
  now: string,
): Promise<Invitation | undefined> {
  const row = await waitingInvitations(db)
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row && invitationFrom(row);
}

/** The invitation behind a link's hash, whatever became of it; nothing for a link that was never made. */
export async function findKnownInvitation(
  db: Reader,
  tokenHash: string,
): Promise<KnownInvitation | undefined> {
  const row = await db
    .selectFrom('invitation')
    .select([...invitationColumns, 'accepted_by', 'accepted_at', 'revoked_at'])
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
  return (
    row && {
      ...invitationFrom(row),
      acceptedBy: row.accepted_by ?? undefined,
      acceptedAt: row.accepted_at ?? undefined,
      revokedAt: row.revoked_at ?? undefined,
    }
  );
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
      welcomed_at: null,
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

/** A link of its own again, from whoever sends it: the one before opens nothing any more. */
export async function renewInvitation(
  tx: Tx,
  { id, invitedBy, expiresAt }: Pick<Invitation, 'id' | 'invitedBy' | 'expiresAt'>,
  tokenHash: string,
): Promise<void> {
  await tx
    .updateTable('invitation')
    .set({ token_hash: tokenHash, expires_at: expiresAt, invited_by: invitedBy })
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute();
}

/** Takes back whatever somebody has invited others by into a family. */
export async function revokeInvitationsBy(
  tx: Tx,
  { familyId, personId }: { familyId: string; personId: string },
  now: string,
): Promise<void> {
  await tx
    .updateTable('invitation')
    .set({ revoked_at: now })
    .where('family_id', '=', familyId)
    .where('invited_by', '=', personId)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute();
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

/** Who took up an invitation of this person into one of these families, and was not welcomed yet. */
export async function listArrivals(
  db: Reader,
  invitedBy: string,
  familyIds: readonly string[],
): Promise<{ invitationId: string; personId: string }[]> {
  if (familyIds.length === 0) return [];
  const rows = await db
    .selectFrom('invitation')
    .select(['id', 'accepted_by'])
    .where('invited_by', '=', invitedBy)
    .where('family_id', 'in', familyIds)
    .where('welcomed_at', 'is', null)
    .where('accepted_at', 'is not', null)
    .orderBy('accepted_at')
    .execute();
  return rows.map((row) => ({ invitationId: row.id, personId: row.accepted_by ?? '' }));
}

export async function saveWelcome(tx: Tx, invitationIds: readonly string[], now: string): Promise<void> {
  await tx.updateTable('invitation').set({ welcomed_at: now }).where('id', 'in', invitationIds).execute();
}

function waitingInvitations(db: Reader) {
  return db
    .selectFrom('invitation')
    .select(invitationColumns)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null);
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
