import type { Context } from 'hono';

/** What a form brought: what was typed in it, and how many files were chosen. */
export type Carried = { fields: Readonly<Record<string, string>>; files: number };

const carried = new WeakMap<Context, Carried>();

/** Remembers, as long as a request lasts, what its form brought. */
export function carry(c: Context, brought: Carried): void {
  carried.set(c, brought);
}

/** What the form of this request brought, once all of it was read: nothing that was typed is lost by a fault. */
export function carriedBy(c: Context): Carried | undefined {
  return carried.get(c);
}
