import { randomBytes } from 'node:crypto';
import pg from 'pg';

/**
 * A database of a test's own in the server that SNOWDROP_TEST_DATABASE_URL names, empty or a copy of
 * another one there; `drop` ends it with all its connections.
 */
export async function ownDatabase(
  server: string,
  template?: string,
): Promise<{ name: string; url: string; drop: () => Promise<void> }> {
  // Named after what it is a copy of, so that all of them can be found again.
  const name = `${template ?? 'snowdrop_test'}_${randomBytes(8).toString('hex')}`;
  const run = (sql: string) => ask(server, sql);
  await run(`create database ${name}${template ? ` template ${template}` : ''}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { name, url: url.href, drop: async () => void (await run(`drop database ${name} with (force)`)) };
}

/** Drops a database and all copies of it, whoever is still connected. */
export async function dropCopies(server: string, template: string): Promise<void> {
  const { rows } = await ask(server, `select datname from pg_database where datname like '${template}%'`);
  for (const { datname } of rows) await ask(server, `drop database ${datname} with (force)`);
}

async function ask(server: string, sql: string): Promise<pg.QueryResult<{ datname: string }>> {
  const client = new pg.Client(server);
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}
