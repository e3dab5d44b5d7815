import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { type Kysely, sql } from 'kysely';
import { listTables } from '#database/tables.ts';

type Row = Record<string, unknown>;
/** A line of a copy: a table, or a row of the table named last. */
export type CopyLine = { table: string; row?: never } | { table: string; row: Row };

// A draft can be megabytes long: what is held at once stays small.
const pageSize = 100;

/**
 * Writes one gzipped file of JSON lines, `{"table":…}` before its rows, read in one snapshot while others
 * write. Tables stand in the order in which their foreign keys let them be put back.
 */
export async function copyPostgres(db: Kysely<unknown>, path: string): Promise<void> {
  await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      async function* lines(): AsyncGenerator<string> {
        for (const table of await tablesInOrder(tx)) {
          yield `${JSON.stringify({ table })}\n`;
          await sql`declare page no scroll cursor for select * from ${sql.table(table)}`.execute(tx);
          for (;;) {
            const { rows } = await sql`fetch ${sql.lit(pageSize)} from page`.execute(tx);
            if (rows.length === 0) break;
            yield rows.map((row) => `${JSON.stringify(row)}\n`).join('');
          }
          await sql`close page`.execute(tx);
        }
      }
      await pipeline(lines, createGzip(), createWriteStream(path, { mode: 0o600, flags: 'wx', flush: true }));
    });
}

/** Reads such a file from its beginning. Throws when it is cut short or damaged. */
export async function* readPostgresCopy(path: string): AsyncGenerator<CopyLine> {
  let table = '';
  for await (const line of linesOf(path)) {
    const parsed = JSON.parse(line) as Row;
    if (Object.keys(parsed).length === 1 && typeof parsed['table'] === 'string') {
      table = parsed['table'];
      yield { table };
    } else yield { table, row: parsed };
  }
}

// Not node:readline: it ends lines at U+2028 too, which stands in people's letters as it is.
async function* linesOf(path: string): AsyncGenerator<string> {
  const text = createGunzip().setEncoding('utf8');
  createReadStream(path)
    .on('error', (error) => text.destroy(error))
    .pipe(text);
  let begun = '';
  for await (const chunk of text as AsyncIterable<string>) {
    const lines = (begun + chunk).split('\n');
    begun = lines.pop() ?? '';
    yield* lines;
  }
  if (begun !== '') throw new Error('The copy of the database is cut short.');
}

/** Puts the rows of such a file into tables that are there and empty, all of them or none. */
export async function loadPostgresCopy(db: Kysely<unknown>, path: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const tables = tx as unknown as Kysely<Record<string, Row>>;
    let held: { table: string; rows: Row[] } = { table: '', rows: [] };
    const put = async (): Promise<void> => {
      if (held.rows.length > 0) await tables.insertInto(held.table).values(held.rows).execute();
    };
    for await (const { table, row } of readPostgresCopy(path)) {
      // The migrations that made the tables have left their own.
      if (!row || table.startsWith('kysely_')) continue;
      if (table !== held.table || held.rows.length === pageSize) {
        await put();
        held = { table, rows: [] };
      }
      held.rows.push(row);
    }
    await put();
  });
}

/** The tables of the current schema, each after those that it refers to. */
async function tablesInOrder(db: Kysely<unknown>): Promise<string[]> {
  const tables = (await listTables(db)).filter(({ isView }) => !isView).map(({ name }) => name);
  const { rows: keys } = await sql<{ child: string; parent: string }>`
    select child.relname as child, parent.relname as parent
    from pg_constraint key
    join pg_class child on child.oid = key.conrelid
    join pg_class parent on parent.oid = key.confrelid
    where key.contype = 'f' and key.connamespace = current_schema()::regnamespace
  `.execute(db);
  const ordered: string[] = [];
  while (ordered.length < tables.length) {
    const next = tables.filter(
      (table) =>
        !ordered.includes(table) &&
        keys.every(({ child, parent }) => child !== table || parent === table || ordered.includes(parent)),
    );
    if (next.length === 0)
      throw new Error('Some tables refer to one another in a circle: no order puts them back.');
    ordered.push(...next);
  }
  return ordered;
}
