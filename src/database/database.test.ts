import { expect, test } from 'vitest';
import { eachDatabase } from '#test/databases.ts';

const setting = { name: 'claim', value: 'Wren' };

eachDatabase('one way to write', (open) => {
  test('what a verb wrote can be read', async () => {
    const { database } = await open();
    await database.write((tx) => tx.insertInto('setting').values(setting).execute());
    expect(await database.reader.selectFrom('setting').selectAll().execute()).toEqual([setting]);
  });
});
