export const roles = ['parent', 'keeper', 'doorkeeper', 'relative'] as const;
export type Role = (typeof roles)[number];

/** What a parent can make of somebody who belongs already. To be a parent is offered, and accepted. */
export const givenRoles = ['keeper', 'doorkeeper', 'relative'] as const satisfies readonly Role[];

/** Reads our own column. Throws on anything else. */
export function roleOf(column: string): Role {
  const role = roles.find((known) => known === column);
  if (!role) throw new Error(`Not a role: ${column}`);
  return role;
}

/** Whether somebody with this role keeps the family's pages: reads what is for “only us”, and writes. */
export function keepsPages(role: Role | undefined): boolean {
  return role === 'parent' || role === 'keeper';
}
