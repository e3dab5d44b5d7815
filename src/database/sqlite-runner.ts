import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';

export type Ran = { rows: unknown[]; changes: number };

/** Something that runs one statement at a time on one connection. */
export type Runner = { run(sql: string, parameters: SQLInputValue[]): Ran | Promise<Ran> };

const prepared = 300;
const ioError = 10; // SQLITE_IOERR, the low byte of every extended code

/** Runs statements on a connection of this thread, keeping the last few hundred prepared. */
export function runnerOn(database: DatabaseSync): Runner {
  const statements = new Map<string, StatementSync>();
  const prepare = (sql: string): StatementSync => {
    const known = statements.get(sql) ?? database.prepare(sql);
    statements.delete(sql);
    statements.set(sql, known);
    const oldest = statements.keys().next().value;
    if (statements.size > prepared && oldest !== undefined) statements.delete(oldest);
    return known;
  };
  return {
    run(sql, parameters) {
      const statement = prepare(sql);
      if (statement.columns().length === 0)
        return { rows: [], changes: Number(statement.run(...parameters).changes) };
      const rows = statement.all(...parameters).map((row) => ({ ...row }));
      return { rows, changes: rows.length };
    },
  };
}

/** The same, and `failed` hears of a refusing disk. */
export function watched(runner: Runner, failed: (error: Error) => void): Runner {
  return {
    async run(sql, parameters) {
      try {
        return await runner.run(sql, parameters);
      } catch (error) {
        if (diskRefused(error)) failed(error);
        throw error;
      }
    },
  };
}

/** After EIO SQLite goes on accepting writes that may not be there later: stop instead. */
function diskRefused(error: unknown): error is Error {
  return error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === ioError;
}
