import type { Fields } from '#http/fields.ts';
import type { FieldError } from '#http/forms.ts';
import { type Memorial, type Name, pronouns } from '#memorials/memorial.ts';
import { type ReadChild, readLine, readPart } from '#memorials/read-part.ts';

const longest = 200;

/** Reads what we call you and how that is said, every other name (`name-0`, `name-1`, …), and pronouns. */
export function readNames(fields: Fields, memorial: Memorial): ReadChild {
  const errors: Record<string, FieldError> = {};
  const called = readLine(fields, 'called', longest, errors);
  const asked = <T>(field: string, read: () => T, kept: T): T => (field in fields ? read() : kept);
  const pronunciation = asked(
    'pronunciation',
    () => readLine(fields, 'pronunciation', longest, errors),
    memorial.pronunciation,
  );
  const chosen = pronouns.find((known) => known === fields['pronouns']);
  if ('pronouns' in fields && chosen === undefined) errors['pronouns'] = { key: 'error.choice' };
  const names = asked('name-0', () => readOthers(fields, errors), memorial.names);
  return readPart(fields, errors, () => ({
    ...memorial,
    called,
    pronunciation,
    names,
    pronouns: chosen ?? memorial.pronouns,
  }));
}

/** The rows of other names that a form brought, in their order; one without a name is none. */
function readOthers(fields: Fields, errors: Record<string, FieldError>): Name[] {
  return nameRows(fields)
    .map((at) => {
      const field = `name-${at}`;
      const name = readLine(fields, field, longest, errors);
      const pronunciation = readLine(fields, `${field}-pronunciation`, longest, errors);
      if (name === '' && pronunciation !== '') errors[field] ??= { key: 'error.missing' };
      return { name, pronunciation };
    })
    .filter(({ name }) => name !== '');
}

/** The numbers of the rows of other names, in their order. */
export function nameRows(fields: Fields): number[] {
  return Object.keys(fields)
    .flatMap((field) => /^name-(\d{1,4})$/.exec(field)?.[1] ?? [])
    .map(Number)
    .toSorted((a, b) => a - b);
}
