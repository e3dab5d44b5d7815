import { expect, test } from 'vitest';
import { instantAfter } from '#lib/instant.ts';
import { addPerson } from '#people/people.ts';
import { newRecoveryCodes } from '#people/recovery/recovery-code.ts';
import { findRecoveryPaper, saveRecoveryCodes, spendRecoveryCode } from '#people/recovery/recovery-codes.ts';
import type { Database } from '#schema/database.ts';
import { elias, nora } from '#test/cast.ts';
import { eachDatabase } from '#test/databases.ts';

const now = '2024-02-14T10:00:00.000Z';
const later = instantAfter(now, { days: 30 });

async function known({ database }: { database: Database }) {
  const [mother, father] = [
    await database.write((tx) => addPerson(tx, nora, now)),
    await database.write((tx) => addPerson(tx, elias, now)),
  ];
  return {
    database,
    mother,
    father,
    paper: () => findRecoveryPaper(database.reader, mother.id),
    make: async (at = now): Promise<string[]> => {
      const codes = newRecoveryCodes();
      await database.write((tx) => saveRecoveryCodes(tx, mother.id, codes, at));
      return codes;
    },
    spend: (code: string, personId?: string) =>
      database.write((tx) => spendRecoveryCode(tx, code, later, personId)),
  };
}

eachDatabase('a paper with recovery codes', (open) => {
  test('lets its person in ten times, once with each code', async () => {
    const { mother, paper, make, spend } = await known(await open());
    expect(await paper()).toBeUndefined();
    const codes = await make();
    expect(await paper()).toEqual({ left: 10, madeAt: now });
    for (const [at, code] of codes.entries()) {
      expect(await spend(code)).toBe(mother.id);
      expect(await spend(code)).toBeUndefined();
      expect(await paper()).toEqual({ left: 9 - at, madeAt: now });
    }
  });

  test('is replaced as a whole, and of nobody else', async () => {
    const { database, mother, father, paper, make, spend } = await known(await open());
    const his = newRecoveryCodes();
    await database.write((tx) => saveRecoveryCodes(tx, father.id, his, now));
    const [used = '', old = ''] = await make();
    await spend(used);
    const [fresh = ''] = await make(later);
    expect(await paper()).toEqual({ left: 10, madeAt: later });
    expect(await spend(old)).toBeUndefined();
    expect(await spend(fresh)).toBe(mother.id);
    expect(await spend(his[0]!)).toBe(father.id);
  });

  test('of two made at once counts the one that was asked for last, whichever is kept first', async () => {
    const { database, mother, paper, make, spend } = await known(await open());
    const [shown = ''] = await make(later);
    const early = newRecoveryCodes();
    expect(await database.write((tx) => saveRecoveryCodes(tx, mother.id, early, now))).toBe(false);
    expect(await paper()).toEqual({ left: 10, madeAt: later });
    expect(await spend(early[0]!)).toBeUndefined();
    expect(await spend(shown)).toBe(mother.id);
  });

  test('confirms only its own person, and is not used up by another', async () => {
    const { mother, father, make, spend } = await known(await open());
    const [code = ''] = await make();
    expect(await spend(code, father.id)).toBeUndefined();
    expect(await spend(code, mother.id)).toBe(mother.id);
  });

  test('cannot be read in the database', async () => {
    const { database, make } = await known(await open());
    const codes = await make();
    const rows = await database.reader.selectFrom('recovery_code').selectAll().execute();
    expect(rows).toHaveLength(10);
    for (const row of rows) expect(row.code_hash).toMatch(/^[0-9a-f]{64}$/);
    for (const code of codes) expect(JSON.stringify(rows)).not.toContain(code);
  });

  test('twenty tries at once with one code let in once', async () => {
    const { make, spend } = await known(await open());
    const [code = ''] = await make();
    const tries = await Promise.all(Array.from({ length: 20 }, () => spend(code)));
    expect(tries.filter((id) => id !== undefined)).toHaveLength(1);
  });
});
