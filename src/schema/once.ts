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

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
