import { keeps, roleIn, type Viewer } from '#audiences/viewer.ts';

type Verb =
  /** Change what is kept about the child, and write. */
  | 'keep'
  /** Publish for more than the family, or let a keeper do so. */
  | 'open-wider'
  /** Lay a cover over what one wrote, or over what nobody wrote who is a parent, or take it off. */
  | 'cover'
  /** Read first what strangers write to the family. */
  | 'screen'
  /** Open or narrow, decide who belongs. */
  | 'decide';

/** Whether a viewer may do something in a family. */
export function may(viewer: Viewer, verb: Verb, familyId: string): boolean {
  const role = roleIn(viewer, familyId);
  if (verb === 'keep') return keeps(viewer, familyId);
  return role === 'parent' || (verb === 'screen' && role === 'doorkeeper');
}
