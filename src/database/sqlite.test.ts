import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Connections } from '#database/connections.ts';
import { FolderInUse, lockFolder } from '#database/lock.ts';
import { migrate } from '#database/migrate.ts';
import { openSqlite } from '#database/sqlite.ts';
import { watched } from '#database/sqlite-runner.ts';
import { type Database, openDatabase } from '#schema/database.ts';
import { migrations } from '#schema/migrations/index.ts';

test('the thread that writes waits for the disk, in WAL, with foreign keys', async () => {
  const { connections } = await openFile();
  expect(await pragma(connections, 'synchronous')).toBe(2); // FULL
  expect(await pragma(connections, 'journal_mode')).toBe('wal');
  expect(await pragma(connections, 'foreign_keys')).toBe(1);
  expect(await pragma(connections, 'mmap_size')).toBe(0);
});

test('nobody writes on the connection that reads', async () => {
  const { database, connections } = await openFile();
  const write = sql`insert into setting values ('wren', 'x')`.execute(connections.reader);
  await expect(write).rejects.toThrow('readonly');
  expect(await database.reader.selectFrom('setting').selectAll().execute()).toEqual([]);
});

test('a page is read while a verb is writing, and sees the verb when it is done', async () => {
  const { database } = await openFile();
  const written = Promise.withResolvers<void>();
  const read = Promise.withResolvers<void>();
  const verb = database.write(async (tx) => {
    await tx.insertInto('setting').values({ name: 'wren', value: 'here' }).execute();
    written.resolve();
    await read.promise;
  });
  await written.promise;
  expect(await names(database)).toEqual([]);
  read.resolve();
  await verb;
  expect(await names(database)).toEqual(['wren']);
});

test('of many verbs at once each has the connection to itself', async () => {
  const { database } = await openFile();
  await database.write((tx) => tx.insertInto('setting').values({ name: 'candles', value: '0' }).execute());
  const light = () =>
    database.write(async (tx) => {
      const { value } = await tx.selectFrom('setting').select('value').executeTakeFirstOrThrow();
      await tx
        .updateTable('setting')
        .set({ value: String(Number(value) + 1) })
        .execute();
    });
  await Promise.all(Array.from({ length: 20 }, light));
  expect(await database.reader.selectFrom('setting').select('value').execute()).toEqual([{ value: '20' }]);
});

test('what was answered is there after a process that never closed its file', async () => {
  const { database, file } = await openFile();
  await database.write((tx) => tx.insertInto('setting').values({ name: 'wren', value: 'here' }).execute());
  // What a crash leaves behind: the file and its log, with nothing moved from one to the other.
  const left = `${file}-left`;
  await copyFile(file, left);
  await copyFile(`${file}-wal`, `${left}-wal`);
  const again = await openFile(left);
  expect(await names(again.database)).toEqual(['wren']);
});

test('what was answered is there after a file was closed and opened', async () => {
  const { database, file } = await openFile();
  await database.write((tx) => tx.insertInto('setting').values({ name: 'wren', value: 'here' }).execute());
  await database.close();
  const again = await openFile(file);
  expect(await names(again.database)).toEqual(['wren']);
});

test('a full disk is told as such, undoes the verb, and the next one works', async () => {
  const { database, connections, failed } = await openFile();
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(connections.writer);
  const limit = (pages: number) => sql.raw(`pragma max_page_count = ${pages}`).execute(connections.writer);
  await limit((rows[0]?.page_count ?? 0) + 2);
  const value = 'x'.repeat(100_000);
  const full = database.write((tx) => tx.insertInto('setting').values({ name: 'long', value }).execute());
  await expect(full).rejects.toMatchObject({ errcode: 13 }); // SQLITE_FULL
  await limit(100_000);
  await database.write((tx) => tx.insertInto('setting').values({ name: 'wren', value: 'here' }).execute());
  expect(await names(database)).toEqual(['wren']);
  expect(failed).not.toHaveBeenCalled();
});

test('a disk that refuses a read or a write ends the site', async () => {
  const failed = vi.fn<(error: Error) => void>();
  const refusing = (errcode: number) =>
    watched({ run: () => Promise.reject(Object.assign(new Error('disk'), { errcode })) }, failed);
  await expect(refusing(5).run('select 1', [])).rejects.toThrow('disk');
  expect(failed).not.toHaveBeenCalled();
  await expect(refusing(10 | (4 << 8)).run('commit', [])).rejects.toThrow('disk'); // SQLITE_IOERR_FSYNC
  expect(failed).toHaveBeenCalledOnce();
});

test('a file that is no database is told to whoever opens it, and closing it ends', async () => {
  const file = join(await emptyFolder(), 'letter.txt');
  await writeFile(file, 'Wren, I have learned to say your name in shops.'.repeat(100));
  const failed = vi.fn<(error: Error) => void>();
  const connections = openSqlite(file, failed);
  await expect(migrate(connections, migrations, () => '')).rejects.toThrow('not a database');
  await connections.close();
  await expect(sql`select 1`.execute(connections.writer)).rejects.toThrow();
  expect(failed).not.toHaveBeenCalled();
});

test('a verb after the end is refused, not left waiting', async () => {
  const { database, failed } = await openFile();
  await database.close();
  await expect(database.write((tx) => tx.deleteFrom('setting').execute())).rejects.toThrow('ended');
  await expect(names(database)).rejects.toThrow();
  expect(failed).not.toHaveBeenCalled();
});

test('a folder is one process’s, until it lets go or ends', async () => {
  const file = join(await emptyFolder(), 'lock.sqlite');
  const lock = lockFolder(file);
  expect(() => lockFolder(file)).toThrow(FolderInUse);
  expect(await lockElsewhere(file)).toBe('FolderInUse');
  lock.release();
  expect(await lockElsewhere(file)).toBe('held');
  // That process has ended without letting go.
  lockFolder(file).release();
});

test('a lock that cannot be written is not told as another Snowdrop', async () => {
  const file = join(await emptyFolder(), 'letter.txt');
  await writeFile(file, 'Wren, I have learned to say your name in shops.'.repeat(100));
  expect(() => lockFolder(file)).toThrow('not a database');
});

async function openFile(file?: string) {
  const path = file ?? join(await emptyFolder(), 'snowdrop.sqlite');
  const failed = vi.fn<(error: Error) => void>();
  const connections = openSqlite(path, failed);
  let open = true;
  const close = async (): Promise<void> => {
    if (open) await connections.close();
    open = false;
  };
  onTestFinished(close);
  await migrate(connections, migrations, () => '');
  const database = openDatabase({ ...connections, close }, () => Promise.resolve());
  return { database, connections, file: path, failed };
}

async function pragma({ writer }: Connections, name: string): Promise<unknown> {
  const { rows } = await sql.raw<Record<string, unknown>>(`pragma ${name}`).execute(writer);
  return rows[0]?.[name];
}

async function names({ reader }: Database): Promise<string[]> {
  const rows = await reader.selectFrom('setting').select('name').orderBy('name').execute();
  return rows.map(({ name }) => name);
}

async function lockElsewhere(file: string): Promise<string> {
  const program = `
    import { lockFolder } from '#database/lock.ts';
    try { lockFolder(process.argv[1]); console.log('held'); } catch (error) { console.log(error.constructor.name); }
    process.kill(process.pid, 'SIGKILL');`;
  const child = ['--conditions=source', '--input-type=module', '--eval', program, file];
  const ran = promisify(execFile)(process.execPath, child, { cwd: new URL('../..', import.meta.url) });
  // It is killed, so that nothing of its own lets go of the lock.
  const { stdout } = await ran.catch((error: { stdout: string }) => error);
  return stdout.trim();
}

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'snowdrop-sqlite-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
