import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { React, Tx } from '#schema/database.ts';
import { once } from '#schema/once.ts';
import { eachDatabase } from '#test/databases.ts';

const now = '2026-02-14T19:30:00.000Z';

eachDatabase('one way to write', (open) => {
  test('what a verb wrote can be read, and the next test finds nothing of it', async () => {
    for (const name of ['wren', 'nora']) {
      const { database } = await open();
      await database.write((tx) => tx.insertInto('setting').values({ name, value: 'here' }).execute());
      expect(await database.reader.selectFrom('setting').selectAll().execute()).toEqual([
        { name, value: 'here' },
      ]);
    }
  });

  test('a verb reads in its own transaction what it has just written, and answers with it', async () => {
    const { database } = await open();
    const answer = await database.write(async (tx) => {
      await keep(tx, 'wren', 'You were here');
      return kept(tx, 'wren');
    });
    expect(answer).toBe('You were here');
  });

  test('a verb that throws leaves nothing: not the change, nor what would have followed from it', async () => {
    const follow: React = async (tx) => {
      await tx.insertInto('setting').values({ name: 'reaction', value: 'queued' }).execute();
    };
    const { database } = await open(follow);
    const verb = (fails: boolean) =>
      database.write(async (tx) => {
        await keep(tx, 'wren', 'You were here');
        await tx.record({ tributePublished: 'a-letter' });
        if (fails) throw new Error('The rule says no.');
      });
    await expect(verb(true)).rejects.toThrow('The rule says no.');
    expect(await database.reader.selectFrom('setting').selectAll().execute()).toEqual([]);
    await verb(false);
    expect(await database.reader.selectFrom('setting').select('name').orderBy('name').execute()).toHaveLength(
      2,
    );
  });

  test('a statement that the database refuses undoes the whole verb, and the next one works', async () => {
    const { database } = await open();
    const twice = database.write(async (tx) => {
      await keep(tx, 'wren', 'You were here');
      await keep(tx, 'wren', 'again');
    });
    await expect(twice).rejects.toThrow();
    const orphan = {
      family_id: 'nobody',
      person_id: 'nobody',
      role: 'parent',
      signs_as: 'Mama',
      created_at: now,
      role_since: now,
    };
    await expect(database.write((tx) => tx.insertInto('member').values(orphan).execute())).rejects.toThrow();
    await database.write((tx) => keep(tx, 'wren', 'You were here'));
    expect(await kept(database.reader, 'wren')).toBe('You were here');
  });

  test('of two changes at the same moment both count', async () => {
    const { database, kind } = await open();
    await database.write((tx) => keep(tx, 'candles', '0'));
    let runs = 0;
    const bothHaveRead = Promise.withResolvers<void>();
    const light = () =>
      database.write(async (tx) => {
        const lit = Number(await kept(tx, 'candles'));
        runs += 1;
        if (runs === 2) bothHaveRead.resolve();
        // Elsewhere the second one waits outside until the first is done.
        if (kind === 'postgres') await bothHaveRead.promise;
        await tx
          .updateTable('setting')
          .set({ value: String(lit + 1) })
          .where('name', '=', 'candles')
          .execute();
      });
    await Promise.all([light(), light()]);
    expect(await kept(database.reader, 'candles')).toBe('2');
    expect(runs).toBeGreaterThanOrEqual(kind === 'postgres' ? 3 : 2);
  });

  test('of twenty changes at the same moment all count', async () => {
    const { database } = await open();
    await database.write((tx) => keep(tx, 'candles', '0'));
    const light = () =>
      database.write(async (tx) => {
        const lit = Number(await kept(tx, 'candles'));
        await tx
          .updateTable('setting')
          .set({ value: String(lit + 1) })
          .where('name', '=', 'candles')
          .execute();
      });
    await Promise.all(Array.from({ length: 20 }, light));
    expect(await kept(database.reader, 'candles')).toBe('20');
  });

  test('a form sent a hundred times at once does what it asks for once', async () => {
    const { database } = await open();
    const form = { key: 'c6a0b6f2-0a5c-4d9a-8f3d-1d7a1c2f4b11', personId: 'nora', now };
    const send = () =>
      database.write((tx) =>
        once(tx, form, async () => {
          const id = crypto.randomUUID();
          await tx.insertInto('family').values({ id, created_at: now }).execute();
          return `/home/families/${id}`;
        }),
      );
    const answers = await Promise.all(Array.from({ length: 100 }, send));
    const families = await database.reader.selectFrom('family').select('id').execute();
    expect(families).toHaveLength(1);
    expect(new Set(answers)).toEqual(new Set([`/home/families/${families[0]?.id}`]));
  });

  test('a form without a key, and another key, do their own', async () => {
    const { database } = await open();
    const [a, b] = [crypto.randomUUID(), crypto.randomUUID()];
    const send = (key: string | undefined, answer: string) =>
      database.write((tx) => once(tx, { key, personId: 'nora', now }, () => Promise.resolve(answer)));
    expect(await send(undefined, '/first')).toBe('/first');
    expect(await send(undefined, '/second')).toBe('/second');
    expect(await send(a, '/third')).toBe('/third');
    expect(await send(b, '/fourth')).toBe('/fourth');
    expect(await send(a, '/fifth')).toBe('/third');
  });

  test('a connection that the server ends fails its verb alone', async ({ skip }) => {
    const { database, kind } = await open();
    skip(kind !== 'postgres', 'only a server can end a connection');
    const cutOff = database.write(async (tx) => {
      await keep(tx, 'wren', 'lost');
      await sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx);
    });
    await expect(cutOff).rejects.toThrow();
    await database.write((tx) => keep(tx, 'wren', 'You were here'));
    expect(await kept(database.reader, 'wren')).toBe('You were here');
  });
});

eachDatabase('words in a database', (open) => {
  test('sort by their UTF-8 bytes', async () => {
    const { database } = await open();
    const names = [
      'a',
      'B',
      'Z',
      'é',
      'e\u0301',
      'ﬁ',
      '👩‍👩‍👧',
      'ز',
      '~',
      ' ',
      'aa',
      'A',
      '',
      '\u{10000}',
      '\uffee',
    ];
    await database.write((tx) =>
      tx
        .insertInto('setting')
        .values(names.map((name) => ({ name, value: '' })))
        .execute(),
    );
    const rows = await database.reader.selectFrom('setting').select('name').orderBy('name').execute();
    const byBytes = names.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    expect(rows.map(({ name }) => name)).toEqual(byBytes);
  });

  test('come back as they were, and sums and counts are numbers', async () => {
    const { database } = await open();
    const value = "\n  two  spaces\t\n\u00a0“quotes” e\u0301 é 👩‍👩‍👧 حبيبتي \\ ' % _ \u0001\u2028\n";
    await database.write((tx) => keep(tx, 'letter', value));
    expect(await kept(database.reader, 'letter')).toBe(value);
    const counted = await database.reader
      .selectFrom('setting')
      .select((eb) => eb.fn.countAll<number>().as('rows'))
      .executeTakeFirstOrThrow();
    expect(counted).toEqual({ rows: 1 });
  });
});

async function keep(tx: Tx, name: string, value: string): Promise<void> {
  await tx.insertInto('setting').values({ name, value }).execute();
}

async function kept(db: Pick<Tx, 'selectFrom'>, name: string): Promise<string> {
  const row = await db
    .selectFrom('setting')
    .select('value')
    .where('name', '=', name)
    .executeTakeFirstOrThrow();
  return row.value;
}
