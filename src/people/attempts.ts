import { randomUUIDv7 } from 'node:crypto';
import { hashSecret, newCode, newSecret } from '#lib/secret.ts';
import type { Tx } from '#schema/database.ts';

/** One asking to be let in: a secret for the link, six digits for another device. */
export type Attempt = { id: string; secret: string; code: string };

const openMinutes = 10;
const mostTries = 5;
const mostAnHour = 5;

/**
 * Makes a way in that lasts ten minutes and works once. An address nobody has gets one too, which leads
 * nowhere, so that both look and take the same. Older ways of the same person stop working. Answers
 * nothing when a person asked five times within an hour.
 */
export async function addAttempt(tx: Tx, personId: string | undefined, now: string): Promise<Attempt | undefined> {
  const at = Temporal.Instant.from(now);
  if (personId !== undefined) {
    const { count } = await tx
      .selectFrom('sign_in_attempt')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('person_id', '=', personId)
      .where('created_at', '>', at.subtract({ hours: 1 }).toString())
      .executeTakeFirstOrThrow();
    if (Number(count) >= mostAnHour) return undefined;
    await tx
      .updateTable('sign_in_attempt')
      .set({ used_at: now })
      .where('person_id', '=', personId)
      .where('used_at', 'is', null)
      .execute();
  }
  const attempt = { id: randomUUIDv7(), secret: newSecret(), code: newCode() };
  await tx
    .insertInto('sign_in_attempt')
    .values({
      id: attempt.id,
      person_id: personId ?? null,
      link_hash: hashSecret(attempt.secret),
      code_hash: codeHash(attempt.id, attempt.code),
      tries: 0,
      created_at: now,
      expires_at: at.add({ minutes: openMinutes }).toString(),
      used_at: null,
    })
    .execute();
  await tx.deleteFrom('sign_in_attempt').where('expires_at', '<', at.subtract({ hours: 24 }).toString()).execute();
  return attempt;
}

/** Uses a link up. Answers whom it lets in; used, too old and never made look the same. */
export async function useLink(tx: Tx, secret: string, now: string): Promise<string | undefined> {
  const row = await tx
    .updateTable('sign_in_attempt')
    .set({ used_at: now })
    .where('link_hash', '=', hashSecret(secret))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('person_id')
    .executeTakeFirst();
  return row?.person_id ?? undefined;
}

/** Tries six digits against one attempt; the fifth wrong try ends it. Answers whom it lets in. */
export async function useCode(tx: Tx, attemptId: string, code: string, now: string): Promise<string | undefined> {
  const row = await tx
    .updateTable('sign_in_attempt')
    .set((eb) => ({ tries: eb('tries', '+', 1) }))
    .where('id', '=', attemptId)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .where('tries', '<', mostTries)
    .returning(['person_id', 'code_hash'])
    .executeTakeFirst();
  if (!row || row.code_hash !== codeHash(attemptId, code)) return undefined;
  await tx.updateTable('sign_in_attempt').set({ used_at: now }).where('id', '=', attemptId).execute();
  return row.person_id ?? undefined;
}

// Six digits alone would be one of a million known hashes; the attempt's own id makes it its own.
function codeHash(attemptId: string, code: string): string {
  return hashSecret(`${attemptId} ${code}`);
}
