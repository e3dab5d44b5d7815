import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gunzipSync } from 'node:zlib';
import { type Kysely, sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import type { Connections } from '#database/connections.ts';
import { migrate, NewerDatabase } from '#database/migrate.ts';
import { listTables } from '#database/tables.ts';
import { migrations } from '#schema/migrations/index.ts';
import { eachEmptyDatabase } from '#test/databases.ts';

const tableNamed = (name: string) => ({
  up: (db: Kysely<unknown>) => db.schema.createTable(name).addColumn('words', 'text').execute(),
});
const history = { '0001-letter': tableNamed('letter'), '0002-candle': tableNamed('candle') };
const before = { '0001-letter': history['0001-letter'] };
const noCopy = (): string => {
  throw new Error('Nothing was to be copied.');
};

eachEmptyDatabase('the history of the tables', (open) => {
  test('builds everything from nothing, and once', async () => {
    const { connections } = await open();
    await migrate(connections, migrations, noCopy);
    const names = await tablesOf(connections);
    expect(names).toEqual(expect.arrayContaining(['draft', 'job', 'memorial', 'person', 'tribute']));
    await migrate(connections, migrations, noCopy);
    expect(await tablesOf(connections)).toEqual(names);
  });

  test('copies a database that holds something before it changes it, for its owner only', async () => {
    const { connections, kind } = await open();
    await migrate(connections, before, noCopy);
    await sql`insert into letter values ('You were here')`.execute(connections.writer);
    const folder = await emptyFolder();
    const copies: string[] = [];
    await migrate(connections, history, (next) => {
      copies.push(next);
      return join(folder, next);
    });
    expect(copies).toEqual(['0002-candle']);
    const copy = join(folder, '0002-candle');
    expect((await stat(copy)).mode & 0o777).toBe(0o600);
    const held = kind === 'sqlite' ? heldBySqlite(copy) : await heldByLines(copy);
    expect(held).toEqual({
      tables: ['kysely_migration', 'kysely_migration_lock', 'letter'],
      letters: ['You were here'],
    });
    expect(await tablesOf(connections)).toContain('candle');
  });

  test('leaves nothing of a migration that was cut off', async () => {
    const { connections } = await open();
    const cutOff = {
      async up(db: Kysely<unknown>): Promise<void> {
        await history['0002-candle'].up(db);
        throw new Error('The power is gone.');
      },
    };
    await expect(migrate(connections, { ...before, '0002-candle': cutOff }, noCopy)).rejects.toThrow(
      'The power is gone.',
    );
    expect(await tablesOf(connections)).not.toContain('candle');
    await migrate(connections, history, noCopy);
    expect(await tablesOf(connections)).toEqual(expect.arrayContaining(['letter', 'candle']));
  });

  test('refuses a database that a newer Snowdrop has written, and changes nothing', async () => {
    const { connections } = await open();
    await migrate(connections, history, noCopy);
    const names = await tablesOf(connections);
    const older = migrate(connections, before, noCopy);
    await expect(older).rejects.toBeInstanceOf(NewerDatabase);
    await expect(older).rejects.toThrow('0002-candle');
    expect(await tablesOf(connections)).toEqual(names);
  });

  test('is its own in a database that others share', async ({ skip }) => {
    const { connections, kind } = await open();
    skip(kind === 'sqlite', 'a file has no schemas');
    const neighbour = sql.id(`snowdrop_test_neighbour_${crypto.randomUUID().slice(0, 8)}`);
    await sql`create schema ${neighbour}`.execute(connections.writer);
    try {
      await sql`create table ${neighbour}.kysely_migration (name text, timestamp text)`.execute(
        connections.writer,
      );
      await sql`insert into ${neighbour}.kysely_migration values ('9999-theirs', '')`.execute(
        connections.writer,
      );
      await sql`create table ${neighbour}.secret (words text)`.execute(connections.writer);
      await migrate(connections, before, noCopy);
      const copy = join(await emptyFolder(), 'copy');
      await connections.copyTo(copy);
      expect((await heldByLines(copy)).tables).toEqual([
        'kysely_migration',
        'kysely_migration_lock',
        'letter',
      ]);
    } finally {
      await sql`drop schema ${neighbour} cascade`.execute(connections.writer);
    }
  });
});

async function tablesOf(connections: Connections): Promise<string[]> {
  return (await listTables(connections.reader)).map(({ name }) => name);
}

type Held = { tables: string[]; letters: string[] };

function heldBySqlite(file: string): Held {
  const copy = new DatabaseSync(file, { readOnly: true });
  const texts = (query: string) =>
    copy
      .prepare(query)
      .all()
      .map((row) => String(Object.values(row)[0]));
  const held = {
    tables: texts(`select name from sqlite_master where type = 'table' order by name`),
    letters: texts('select words from letter'),
  };
  copy.close();
  return held;
}

async function heldByLines(file: string): Promise<Held> {
  const lines = gunzipSync(await readFile(file))
    .toString()
    .trim()
    .split('\n');
  const rows = lines.map((line) => JSON.parse(line) as { table?: string; words?: string });
  return {
    tables: rows.flatMap(({ table }) => table ?? []),
    letters: rows.flatMap(({ words }) => words ?? []),
  };
}

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'snowdrop-copies-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}
