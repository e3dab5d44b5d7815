import { randomUUIDv7 } from 'node:crypto';
import { instantAfter } from '#lib/instant.ts';
import { hashSecret, newCode, newSecret } from '#lib/secret.ts';
import type { Reader, Tx } from '#schema/database.ts';

/** One asking to be let in: a secret for the link, six digits for another device. */
export type Attempt = { id: string; secret: string; code: string };

/**
 * What six digits are for: letting somebody in, or confirming something that they are bound to (`about`) to
 * somebody who is signed in: a mail address, or a session.
 */
export type Purpose =
  | { purpose: 'sign-in' }
  | { purpose: 'address'; about: string }
  | { purpose: 'step-up'; about: string };

const signIn: Purpose = { purpose: 'sign-in' };
const openMinutes = 10;
const mostAnHour = 5;
const mostTries = 5;
// Five tries for each of five mails an hour would find one code of a million within a few patient years.
const mostTriesADay = 20;

/**
 * Whether a person may be sent another mail: five within an hour are enough. Each purpose counts apart:
 * anybody can ask for mails that let in, and must not keep a person from confirming something.
 */
export async function mayAsk(
  db: Reader,
  personId: string | undefined,
  now: string,
  { purpose }: Purpose = signIn,
): Promise<boolean> {
  const { count } = await db
    .selectFrom('sign_in_attempt')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('person_id', '=', idOrNobody(personId))
    .where('purpose', '=', purpose)
    .where('created_at', '>', instantAfter(now, { hours: -1 }))
    // A clock that ran ahead, and was put right since, must not keep anybody out.
    .where('created_at', '<=', now)
    .executeTakeFirstOrThrow();
  return count < mostAnHour;
}

/**
 * Makes a way in that lasts ten minutes and works once; older ones of the same person and purpose stop
 * working. An address that nobody has gets one too, which leads nowhere and costs the same. With another
 * purpose its digits confirm what they are about and let nobody in.
 */
export async function addAttempt(
  tx: Tx,
  personId: string | undefined,
  now: string,
  purpose: Purpose = signIn,
): Promise<Attempt> {
  await tx
    .updateTable('sign_in_attempt')
    .set({ used_at: now })
    .where('person_id', '=', idOrNobody(personId))
    .where('purpose', '=', purpose.purpose)
    .where('used_at', 'is', null)
    .execute();
  const attempt = { id: randomUUIDv7(), secret: newSecret(), code: newCode() };
  await tx
    .insertInto('sign_in_attempt')
    .values({
      id: attempt.id,
      person_id: personId ?? null,
      link_hash: hashSecret(attempt.secret),
      code_hash: codeHash(attempt.id, attempt.code, purpose),
      tries: 0,
      created_at: now,
      expires_at: instantAfter(now, { minutes: openMinutes }),
      used_at: null,
      purpose: purpose.purpose,
    })
    .execute();
  await tx
    .deleteFrom('sign_in_attempt')
    .where('created_at', '<', instantAfter(now, { hours: -24 }))
    .execute();
  return attempt;
}

/** Uses a link up. Answers whom it lets in; used, too old and never made look the same. */
export async function useLink(tx: Tx, secret: string, now: string): Promise<string | undefined> {
  const row = await tx
    .updateTable('sign_in_attempt')
    .set({ used_at: now })
    .where('link_hash', '=', hashSecret(secret))
    .where('purpose', '=', signIn.purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('person_id')
    .executeTakeFirst();
  return row?.person_id ?? undefined;
}

/**
 * Tries six digits against one attempt. The fifth wrong try ends it, and twenty wrong tries within a day
 * end all digits with this purpose for this person, while links and passkeys go on. Answers whose attempt
 * it was.
 */
export async function useCode(
  tx: Tx,
  tried: { id: string; code: string },
  now: string,
  purpose: Purpose = signIn,
): Promise<string | undefined> {
  const row = await tx
    .updateTable('sign_in_attempt')
    .set((eb) => ({ tries: eb('tries', '+', 1) }))
    .where('id', '=', tried.id)
    .where('purpose', '=', purpose.purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .where('tries', '<', mostTries)
    .returning(['person_id', 'code_hash'])
    .executeTakeFirst();
  if (!row) return undefined;
  const { tries } = await tx
    .selectFrom('sign_in_attempt')
    .select((eb) => eb.fn.sum<number>('tries').as('tries'))
    .where('person_id', '=', idOrNobody(row.person_id))
    .where('purpose', '=', purpose.purpose)
    .where('created_at', '>', instantAfter(now, { hours: -24 }))
    .where('created_at', '<=', now)
    .executeTakeFirstOrThrow();
  if (tries > mostTriesADay || row.code_hash !== codeHash(tried.id, tried.code, purpose)) {
    return undefined;
  }
  // A right try is not a wrong one.
  await tx
    .updateTable('sign_in_attempt')
    .set({ used_at: now, tries: 0 })
    .where('id', '=', tried.id)
    .execute();
  return row.person_id ?? undefined;
}

// Six digits alone would be one of a million known hashes; the attempt's own id makes it its own.
function codeHash(attemptId: string, code: string, purpose: Purpose): string {
  return hashSecret(`${attemptId} ${code} ${'about' in purpose ? purpose.about : ''}`);
}

// The same query for an address that nobody has: no person's id is empty.
function idOrNobody(personId: string | null | undefined): string {
  return personId ?? '';
}
