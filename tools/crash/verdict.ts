/**
 * Something that must not be. lost: acknowledged and not there. doubled: done twice. unsent: there, and
 * nobody asked for it. torn: a part of a change without the rest. failed: an answer that is none.
 */
export type Problem = { what: 'lost' | 'doubled' | 'unsent' | 'torn' | 'failed'; says: string };

export type Tell = (what: Problem['what'], says: string) => void;

export function repeated(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, at) => names.indexOf(name) !== at))];
}
