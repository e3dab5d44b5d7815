import { DatabaseSync } from 'node:sqlite';
import type { Connections } from '#database/connections.ts';
import { readPostgresCopy } from '#database/postgres-copy.ts';

/** What a copy of a database says about itself: the migrations it has seen, and the files its rows stand for. */
export type InCopy = { migrations: string[]; files: Map<string, number> };

/**
 * Reads a copy that `Connections.copyTo` made, to the end, so that one that cannot be read is found
 * now. Every row of a table with the columns `sha256` and `bytes` stands for a file of that SHA-256
 * (hexadecimal) and size.
 */
export function readCopy(kind: Connections['kind'], path: string): Promise<InCopy> {
  return kind === 'sqlite' ? Promise.resolve(readSqliteCopy(path)) : readLines(path);
}

function readSqliteCopy(path: string): InCopy {
  const copy = new DatabaseSync(path, { readOnly: true });
  try {
    const [sound] = copy.prepare('pragma quick_check').all() as { quick_check: string }[];
    if (sound?.quick_check !== 'ok')
      throw new Error(`The copy of the database is damaged: ${sound?.quick_check}`);
    const migrations = copy.prepare('select name from kysely_migration order by name').all() as {
      name: string;
    }[];
    const files = new Map<string, number>();
    for (const { name } of copy.prepare(withFiles).all() as { name: string }[]) {
      for (const row of copy.prepare(`select sha256, bytes from "${name}"`).iterate()) {
        files.set(String(row['sha256']), Number(row['bytes']));
      }
    }
    return { migrations: migrations.map(({ name }) => name), files };
  } finally {
    copy.close();
  }
}

const withFiles = `
  select t.name from sqlite_schema t join pragma_table_info(t.name) c on c.name in ('sha256', 'bytes')
  where t.type = 'table' group by t.name having count(*) = 2`;

async function readLines(path: string): Promise<InCopy> {
  const read: InCopy = { migrations: [], files: new Map() };
  for await (const { table, row } of readPostgresCopy(path)) {
    if (!row) continue;
    if (table === 'kysely_migration') read.migrations.push(String(row['name']));
    if ('sha256' in row && 'bytes' in row) read.files.set(String(row['sha256']), Number(row['bytes']));
  }
  return { ...read, migrations: read.migrations.toSorted() };
}
