import { type FieldError, refusalOf, words as exactWords } from '#http/forms.ts';
import type { Cover } from '#tributes/tribute.ts';

export const longestCover = 500;

/**
 * Reads the fields of a cover: of the tribute, or with `-<id>` of one photograph. A form that does not ask
 * about it leaves it as it was.
 */
export function readCover(
  fields: Readonly<Record<string, string>>,
  of: string,
  before: Cover,
): { cover: Cover; errors: Record<string, FieldError> } {
  const name = `cover-words${of}`;
  const typed = fields[name];
  if (typed === undefined) return { cover: before, errors: {} };
  const refused = refusalOf(exactWords(longestCover), typed);
  return {
    cover: `covered${of}` in fields ? typed : undefined,
    errors: refused ? { [name]: refused } : {},
  };
}
