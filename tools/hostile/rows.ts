import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import type { Kept } from './changes.ts';

/** A site's database, read past the site. */
export type Rows = {
  all<Row>(sql: string): Promise<Row[]>;
  /** Every table with its rows, so that it can be said what has changed. */
  kept(): Promise<Kept>;
  /** All of it as text, to search what is kept. */
  everything(): Promise<string>;
  close(): Promise<void>;
};

// What is used up or noted by merely asking, and what the site does by itself.
const passing = new Set(['sign_in_attempt', 'passkey_challenge', 'job', 'kysely_migration']);
// A session that is used lasts longer.
const inUse = new Set(['last_seen_at', 'expires_at']);

export function sqliteRows(file: string): Rows {
  const database = new DatabaseSync(file, { readOnly: true, timeout: 5000 });
  const all = <Row>(sql: string) => Promise.resolve(database.prepare(sql).all() as Row[]);
  return rowsBy(all, "select name from sqlite_master where type = 'table'", () =>
    Promise.resolve(database.close()),
  );
}

export async function postgresRows(url: string): Promise<Rows> {
  const client = new pg.Client(url);
  await client.connect();
  const all = async <Row>(sql: string) => (await client.query(sql)).rows as Row[];
  const tables = "select table_name as name from information_schema.tables where table_schema = 'public'";
  return rowsBy(all, tables, () => client.end());
}

function rowsBy(all: Rows['all'], tables: string, close: Rows['close']): Rows {
  const each = async (asLine: (row: object, table: string) => string): Promise<[string, string[]][]> => {
    const names = (await all<{ name: string }>(tables))
      .map(({ name }) => name)
      .filter((name) => !name.startsWith('sqlite_'));
    const lines: [string, string[]][] = [];
    for (const name of names) {
      const rows = await all<object>(`select * from ${name}`);
      lines.push([name, rows.map((row) => asLine(row, name))]);
    }
    return lines;
  };
  return {
    all,
    async kept() {
      const kept = (await each(keptOf)).filter(([name]) => !passing.has(name));
      return new Map(kept.map(([name, lines]) => [name, lines.toSorted((a, b) => (a < b ? -1 : 1))]));
    },
    everything: async () =>
      (await each((row) => JSON.stringify(row))).flatMap(([, lines]) => lines).join('\n'),
    close,
  };
}

/** A row as it is compared: a letter of megabytes by its digest. */
function keptOf(row: object, table: string): string {
  return JSON.stringify(row, (key, value: unknown) => {
    if (table === 'session' && inUse.has(key)) return '';
    if (typeof value !== 'string' || value.length < 1000) return value;
    return `${value.length} letters, ${createHash('sha256').update(value).digest('hex')}`;
  });
}
