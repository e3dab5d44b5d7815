import { acceptInvitation } from '#families/invitations/accept.ts';
import { findInvitation, findKnownInvitation } from '#families/invitations/invitations.ts';
import { welcomePath } from '#families/paths.ts';
import { instantAfter } from '#lib/instant.ts';
import { hashSecret } from '#lib/secret.ts';
import { addPerson } from '#people/people.ts';
import type { Person } from '#people/person.ts';
import type { Tx } from '#schema/database.ts';
import { once } from '#schema/once.ts';

/**
 * Takes up an invitation for somebody who is signed in, or for somebody new who calls themselves `name`.
 * Answers who joined and where they are welcomed, or nothing when the link is used, taken back, too old
 * or never was. The same form sent twice within a minute is a double click: it joined, and joins nobody else.
 */
export async function joinFamily(
  tx: Tx,
  secret: string,
  by: {
    person: Person | undefined;
    name: string;
    signsAs: string;
    form: string | undefined;
    language?: string;
  },
  now: string,
): Promise<{ personId: string; path: string } | undefined> {
  const tokenHash = hashSecret(secret);
  const path = await once(tx, { key: by.form, personId: tokenHash, now }, async () => {
    if (!(await findInvitation(tx, tokenHash, now))) return '';
    const { name, language = '' } = by;
    const { id } = by.person ?? (await addPerson(tx, { name, email: undefined, language }, now));
    return welcomePath((await acceptInvitation(tx, secret, { id, signsAs: by.signsAs }, now)) ?? '');
  });
  const known = path === '' ? undefined : await findKnownInvitation(tx, tokenHash);
  // Later, somebody else may sit at a computer that still has the form.
  if (!known?.acceptedBy || (known.acceptedAt ?? '') < instantAfter(now, { minutes: -1 })) return undefined;
  return { personId: known.acceptedBy, path };
}
