import type { Role } from '#families/role.ts';

/** Somebody who is asked into a family. `name` is what whoever invites calls them. */
export type Invitation = {
  id: string;
  familyId: string;
  role: Role;
  name: string;
  email: string | undefined;
  invitedBy: string;
  expiresAt: string;
};

/** An invitation with what became of it. */
export type KnownInvitation = Invitation & {
  acceptedBy: string | undefined;
  acceptedAt: string | undefined;
  revokedAt: string | undefined;
};

/** What a link can still do: it is open, or was used, was taken back, or its fourteen days are over. */
export type InvitationState = 'open' | 'used' | 'taken-back' | 'over';

export function stateOf(invitation: KnownInvitation, now: string): InvitationState {
  if (invitation.acceptedAt !== undefined) return 'used';
  if (invitation.revokedAt !== undefined) return 'taken-back';
  return invitation.expiresAt > now ? 'open' : 'over';
}
