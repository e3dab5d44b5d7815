import { randomUUIDv7 } from 'node:crypto';
import type { LinkKey } from '#families/link-key.ts';
import { hashSecret } from '#lib/secret.ts';
import { newSpokenKey } from '#lib/spoken-key.ts';
import type { Reader, Tx } from '#schema/database.ts';
import type { Tables } from '#schema/tables.ts';

/** The keys of a memorial, the newest first, those that open no more included. */
export async function listLinkKeys(db: Reader, memorialId: string): Promise<LinkKey[]> {
  const rows = await db
    .selectFrom('link_key')
    .selectAll()
    .where('memorial_id', '=', memorialId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(linkKeyFrom);
}

/** The key that somebody typed, whatever became of it; `key` as `readSpokenKey` answers it. */
export async function findLinkKey(db: Reader, key: string): Promise<LinkKey | undefined> {
  const row = await db
    .selectFrom('link_key')
    .selectAll()
    .where('key_hash', '=', hashSecret(key))
    .executeTakeFirst();
  return row && linkKeyFrom(row);
}

/** Makes a key to a memorial. Answers it as it is handed out, once: only its hash is kept. */
export async function makeLinkKey(
  tx: Tx,
  made: { memorialId: string; name: string; madeBy: string; endsAt: string | undefined },
  now: string,
): Promise<string> {
  const key = newSpokenKey();
  await tx
    .insertInto('link_key')
    .values({
      id: randomUUIDv7(),
      memorial_id: made.memorialId,
      name: made.name,
      key_hash: hashSecret(key),
      made_by: made.madeBy,
      created_at: now,
      ends_at: made.endsAt ?? null,
      revoked_at: null,
    })
    .execute();
  return key;
}

/** Takes a key back, at once and for good, from everybody who holds it. */
export async function revokeLinkKey(
  tx: Tx,
  key: { id: string; memorialId: string },
  now: string,
): Promise<void> {
  await tx.deleteFrom('key_holder').where('link_key_id', '=', ofMemorial(tx, key)).execute();
  await tx
    .updateTable('link_key')
    .set({ revoked_at: now })
    .where('id', '=', key.id)
    .where('memorial_id', '=', key.memorialId)
    .where('revoked_at', 'is', null)
    .execute();
}

/** Notes that a browser holds a key: `holder` is the secret of its cookie. */
export async function holdLinkKey(tx: Tx, holder: string, key: { id: string }, now: string): Promise<void> {
  await tx
    .insertInto('key_holder')
    .values({ token_hash: hashSecret(holder), link_key_id: key.id, created_at: now })
    .onConflict((conflict) => conflict.columns(['token_hash', 'link_key_id']).doNothing())
    .execute();
}

/** What a browser held under one secret, it holds under another from now on. */
export async function passLinkKeys(tx: Tx, holder: string, next: string): Promise<void> {
  await tx
    .updateTable('key_holder')
    .set({ token_hash: hashSecret(next) })
    .where('token_hash', '=', hashSecret(holder))
    .execute();
}

/** A browser holds none of its keys any more. */
export async function dropLinkKeys(tx: Tx, holder: string): Promise<void> {
  await tx.deleteFrom('key_holder').where('token_hash', '=', hashSecret(holder)).execute();
}

/** Removes every key to a memorial that is erased. */
export async function eraseLinkKeysOf(tx: Tx, memorialId: string): Promise<void> {
  const keys = tx.selectFrom('link_key').select('id').where('memorial_id', '=', memorialId);
  await tx.deleteFrom('key_holder').where('link_key_id', 'in', keys).execute();
  await tx.deleteFrom('link_key').where('memorial_id', '=', memorialId).execute();
}

function ofMemorial(tx: Tx, { id, memorialId }: { id: string; memorialId: string }) {
  return tx.selectFrom('link_key').select('id').where('id', '=', id).where('memorial_id', '=', memorialId);
}

function linkKeyFrom(row: Tables['link_key']): LinkKey {
  return {
    id: row.id,
    memorialId: row.memorial_id,
    name: row.name,
    createdAt: row.created_at,
    endsAt: row.ends_at ?? undefined,
    revokedAt: row.revoked_at ?? undefined,
  };
}
