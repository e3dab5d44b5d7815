import type { Fields } from '#http/fields.ts';
import { type KeptForm, keptFromText } from '#people/kept-form.ts';
import { safePath } from '#people/paths.ts';

/** What goes on with a person through signing in or confirming: where to, or the form that waits. */
export type Onward = { to?: string | undefined; kept?: KeptForm | undefined };

/** What a page of ours carried along. */
export function onwardOf(fields: Fields): Onward {
  return { to: fields['to'] && safePath(fields['to']), kept: keptFromText(fields['kept']) };
}
