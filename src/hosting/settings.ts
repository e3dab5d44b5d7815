import type { Reader, Tx } from '#schema/database.ts';

type Name = 'claim-hash' | 'hand-over' | 'host';

export async function readSetting(db: Reader, name: Name): Promise<string | undefined> {
  const row = await db.selectFrom('setting').select('value').where('name', '=', name).executeTakeFirst();
  return row?.value;
}

export async function saveSetting(tx: Tx, name: Name, value: string): Promise<void> {
  await tx
    .insertInto('setting')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}

/** Removes a setting, whatever it was. */
export async function forgetSetting(tx: Tx, name: Name): Promise<void> {
  await tx.deleteFrom('setting').where('name', '=', name).execute();
}

/** Removes a setting; says whether it was there and had this value. */
export async function removeSetting(tx: Tx, name: Name, value: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('setting')
    .where('name', '=', name)
    .where('value', '=', value)
    .executeTakeFirstOrThrow();
  return numDeletedRows === 1n;
}
