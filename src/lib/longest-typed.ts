/** The longest of what was typed in a form, to show that it is still there; the form's own name is none of it. */
export function longestTyped(fields: Readonly<Record<string, string>>): string {
  const typed = Object.values(fields).filter((value) => !uuid.test(value));
  return typed.reduce((longest, value) => (value.length > longest.length ? value : longest), '');
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
