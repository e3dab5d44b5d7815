import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Connections } from '#database/connections.ts';
import { listTables } from '#database/tables.ts';
import { eachDatabase } from '#test/databases.ts';

/** Every column as `memorial.address: string | null`. */
type Columns = string[];

eachDatabase('tables.ts', (open) => {
  test('says what the columns are', async () => {
    const { connections } = await open();
    const real =
      connections.kind === 'sqlite'
        ? await columnsOfSqlite(connections)
        : await columnsOfPostgres(connections);
    const written = await columnsWritten();
    expect(written.length).toBeGreaterThan(100);
    expect(real.toSorted()).toEqual(written.toSorted());
  });
});

/** Read from the source, since types are gone when a program runs. */
async function columnsWritten(): Promise<Columns> {
  const files = ['people-tables.ts', 'memorial-tables.ts', 'tables.ts'];
  const sources = await Promise.all(files.map((name) => readFile(new URL(name, import.meta.url), 'utf8')));
  const source = sources.join('\n');
  return [...source.matchAll(/^ {2}(\w+): \{([^}]*)\}/gm)].flatMap(([, table, columns]) =>
    [...columns!.matchAll(/(\w+): ([^;]+?) *(?:;|$)/g)].map(
      ([, column, type]) => `${table}.${column}: ${type}`,
    ),
  );
}

async function columnsOfSqlite({ reader }: Connections): Promise<Columns> {
  const { rows } = await sql<{ table: string; column: string; type: string; required: number }>`
    select m.name as "table", c.name as "column", lower(c.type) as type, c."notnull" as required
    from sqlite_master m, pragma_table_info(m.name) c
    where m.type = 'table' and m.name not like 'kysely%'`.execute(reader);
  return rows.map(({ table, column, type, required }) => asWritten(table, column, type, required === 0));
}

async function columnsOfPostgres({ reader }: Connections): Promise<Columns> {
  const tables = (await listTables(reader)).filter(({ name }) => !name.startsWith('kysely'));
  return tables.flatMap(({ name: table, columns }) =>
    columns.map(({ name, dataType, isNullable }) => asWritten(table, name, dataType, isNullable)),
  );
}

function asWritten(table: string, column: string, type: string, nullable: boolean): string {
  const written: Record<string, string> = {
    text: 'string',
    integer: 'number',
    bigint: 'number',
    int4: 'number',
    int8: 'number',
  };
  return `${table}.${column}: ${written[type] ?? type}${nullable ? ' | null' : ''}`;
}
