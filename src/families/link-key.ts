/** A key to one memorial that a family hands out: “for the choir”. The key itself is kept nowhere. */
export type LinkKey = {
  id: string;
  memorialId: string;
  name: string;
  createdAt: string;
  /** When it stops opening by itself, if it does. */
  endsAt: string | undefined;
  revokedAt: string | undefined;
};

/** Whether a key still opens at a moment. */
export function stillOpens({ endsAt, revokedAt }: LinkKey, now: string): boolean {
  return revokedAt === undefined && (endsAt === undefined || endsAt > now);
}
