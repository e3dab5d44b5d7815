import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';

export type Ran = { rows: unknown[]; changes: number };

/** Something that runs one statement at a time on one connection. */
export type Runner = { run(sql: string, parameters: SQLInputValue[]): Ran | Promise<Ran> };

const prepared = 300;

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
      if (statement.columns().length === 0) return { rows: [], changes: Number(statement.run(...parameters).changes) };
      const rows = statement.all(...parameters).map((row) => ({ ...row }));
      return { rows, changes: rows.length };
    },
  };
}
