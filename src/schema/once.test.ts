import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { forgetForms, once } from '#schema/once.ts';
import { eachDatabase } from '#test/databases.ts';

const now = '2024-02-14T10:00:00.000Z';

eachDatabase('once', (open) => {
  async function counting() {
    const { database } = await open();
    const { write, reader } = database;
    const act = (key: string | undefined, personId = 'nora', name = randomUUID()) =>
      write((tx) =>
        once(tx, { key, personId, now }, async () => {
          await tx.insertInto('setting').values({ name, value: 'done' }).execute();
          return `/home/${name}`;
        }),
      );
    const done = async () => (await reader.selectFrom('setting').selectAll().execute()).length;
    return { write, reader, act, done };
  }

  test('the same form is done once and answered alike, a hundred times at once', async () => {
    const { act, done } = await counting();
    const key = randomUUID();
    const answers = new Set(await Promise.all(Array.from({ length: 100 }, () => act(key))));
    expect([answers.size, await done()]).toEqual([1, 1]);
    expect(await act(key)).toBe([...answers][0]);
  });

  test('forms of their own are each done', async () => {
    const { act, done } = await counting();
    await Promise.all(Array.from({ length: 20 }, () => act(randomUUID())));
    expect(await done()).toBe(20);
  });

  test('the same form from another person is another', async () => {
    const { act, done } = await counting();
    const key = randomUUID();
    expect(await act(key, 'nora')).not.toBe(await act(key, 'elias'));
    expect(await done()).toBe(2);
  });

  test.each([undefined, '', 'x', '\0', 'x'.repeat(100_000)])(
    '%.10j is no key, so the form is done each time',
    async (key) => {
      const { act, done } = await counting();
      await act(key);
      await act(key);
      expect(await done()).toBe(2);
    },
  );

  test('forms of long ago are forgotten, later ones are known still', async () => {
    const { write, act, reader } = await counting();
    await act(randomUUID());
    const known = async () => (await reader.selectFrom('kept_answer').selectAll().execute()).length;
    await write((tx) => forgetForms(tx, '2024-03-14T10:00:00.000Z'));
    expect(await known()).toBe(1);
    await write((tx) => forgetForms(tx, '2024-03-16T10:00:00.000Z'));
    expect(await known()).toBe(0);
  });

  test('a form that failed can be sent again', async () => {
    const { write, act, done } = await counting();
    const key = randomUUID();
    const failing = write((tx) =>
      once(tx, { key, personId: 'nora', now }, () => Promise.reject(new Error('not today'))),
    );
    await expect(failing).rejects.toThrow('not today');
    await act(key);
    expect(await done()).toBe(1);
  });
});
