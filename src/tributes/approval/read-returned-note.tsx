import { sayHere } from '#i18n/spoken.ts';
import type { Child } from 'hono/jsx';
import { findPerson } from '#people/people.ts';
import type { Reader } from '#schema/database.ts';
import { findApproval } from '#tributes/approval/approvals.ts';
import { ReturnedNote } from '#tributes/approval/returned-note.tsx';

/** What came with a tribute that a parent gave back to the keeper who writes it, if one did. */
export async function returnedNote(db: Reader, tribute: { id: string }): Promise<Child> {
  const approval = await findApproval(db, tribute.id);
  const by = approval?.returnedBy && (await findPerson(db, approval.returnedBy));
  if (!approval || !by) return undefined;
  return <ReturnedNote say={sayHere} approval={approval} returnedBy={by.name} />;
}
