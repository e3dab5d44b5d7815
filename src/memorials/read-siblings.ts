import type { Fields } from '#http/fields.ts';
import type { FieldError } from '#http/forms.ts';
import type { Memorial, Sibling } from '#memorials/memorial.ts';
import { idOfRow, type ReadChild, readLine, readPart, rowsIn } from '#memorials/read-part.ts';

/**
 * Reads brothers and sisters, `sibling-ROW-name` and `sibling-ROW-memorial`: a row is the id of one that
 * is known, or new. Only a memorial of the same family (`others`) can be theirs. An empty row is nobody;
 * one that was not asked for stays.
 */
export function readSiblings(
  fields: Fields,
  memorial: Memorial,
  others: readonly { id: string }[],
): ReadChild {
  const errors: Record<string, FieldError> = {};
  const read = rowsIn(fields, 'sibling', 'name').map((row): Sibling => {
    const name = readLine(fields, `sibling-${row}-name`, 200, errors);
    const own = fields[`sibling-${row}-memorial`] ?? '';
    const isTheirs = others.some(({ id }) => id === own && id !== memorial.id);
    if (own !== '' && !isTheirs) errors[`sibling-${row}-memorial`] = { key: 'error.choice' };
    return {
      id: idOfRow(memorial, memorial.siblings, row),
      name,
      ownMemorialId: isTheirs ? own : undefined,
    };
  });
  const asked = new Set(read.map(({ id }) => id));
  const kept = memorial.siblings.filter(({ id }) => !asked.has(id));
  const named = read.filter(({ name, ownMemorialId }) => name !== '' || ownMemorialId !== undefined);
  return readPart(fields, errors, () => ({ ...memorial, siblings: [...kept, ...named] }));
}
