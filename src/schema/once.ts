import { instantAfter } from '#lib/instant.ts';
import type { Tx } from '#schema/database.ts';

/**
 * Does what a form asks for exactly once: the form's own UUID, the change and the answer stand in one
 * transaction. The same form sent again (double click, back button, a retry on a bad line) gets the
 * first answer and changes nothing. `act` does the change and answers the path to go on to.
 */
export async function once(
  tx: Tx,
  form: { key: string | undefined; personId: string; now: string },
  act: () => Promise<string>,
): Promise<string> {
  if (!uuid.test(form.key ?? '')) return act();
  // Two people on one browser may send the same page.
  const key = `${form.key} ${form.personId}`;
  const known = await tx
    .selectFrom('kept_answer')
    .select('location')
    .where('key', '=', key)
    .executeTakeFirst();
  if (known) return known.location;
  const location = await act();
  await tx
    .insertInto('kept_answer')
    .values({ key, person_id: form.personId, location, created_at: form.now })
    .execute();
  return location;
}

/**
 * The same for what is shown in the answer and kept nowhere, a fresh secret: what was made, or nothing where
 * the same form had made it before. Never from a variable outside of the transaction, which may be run again
 * and find then that another one was first.
 */
export async function makeOnce<T>(
  tx: Tx,
  form: { key: string | undefined; personId: string; now: string; path: string },
  make: () => Promise<T>,
): Promise<T | undefined> {
  let made: T | undefined;
  await once(tx, form, async () => {
    made = await make();
    return form.path;
  });
  return made;
}

/** So long a form may be sent again and still be known. */
const daysKnown = 30;

/** Forgets the forms of long ago, so that nothing stays of who did what when. */
export async function forgetForms(tx: Tx, now: string): Promise<void> {
  const before = instantAfter(now, { days: -daysKnown });
  await tx.deleteFrom('kept_answer').where('created_at', '<', before).execute();
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
