import type { Parent } from '#families/family.ts';

/**
 * What the parents are asked: that one of them is to be one no longer, that a child's page is to go away, or
 * that somebody becomes a parent after one who may not be there to answer (`succession.ts`).
 */
export type Matter = { familyId: string; what: (typeof matters)[number]; aboutId: string };
const matters = ['removal', 'leaving', 'succession'] as const;

/** Reads our own column. Throws on anything else. */
export function matterOf(column: string): Matter['what'] {
  const what = matters.find((known) => known === column);
  if (!what) throw new Error(`Nobody is asked this: ${column}`);
  return what;
}

/**
 * What some parents want that takes something away from others (decision 0016). It is done as soon as
 * every parent whom it asks agrees, or after three days in which nobody objects.
 */
export type Consent = Matter & {
  /** Who wants it, first whoever asked; nobody any more since somebody objected. */
  wantedBy: string[];
  askedAt: string;
  /** When it is done if nobody objects by then; nothing where time alone decides nothing. */
  dueAt: string | undefined;
  /** Who does not want it. As long as they say so, only all together can do it. */
  objectedBy: string | undefined;
  objectedAt: string | undefined;
};

/** How long everybody has who is told, before silence counts as a yes. */
export const hoursToObject = 72;

/**
 * Whether those who want something are enough to do it at once: every parent but the one it is about. To
 * end that somebody is a parent, two of them must have been parents for at least as long: nobody can bring
 * in a second voice against whoever was there before it.
 */
export function isAgreed(matter: Matter, wantedBy: readonly string[], parents: readonly Parent[]): boolean {
  const asked = parents.filter(({ personId }) => matter.what === 'leaving' || personId !== matter.aboutId);
  if (!asked.every(({ personId }) => wantedBy.includes(personId))) return false;
  if (matter.what === 'leaving') return true;
  const since = parents.find(({ personId }) => personId === matter.aboutId)?.since ?? '';
  return asked.filter((parent) => parent.since <= since).length >= 2;
}
