export type Role = 'parent' | 'keeper' | 'doorkeeper' | 'relative';

/** Reads our own column. Throws on anything else. */
export function roleOf(column: string): Role {
  if (column === 'parent' || column === 'keeper' || column === 'doorkeeper' || column === 'relative')
    return column;
  throw new Error(`Not a role: ${column}`);
}
