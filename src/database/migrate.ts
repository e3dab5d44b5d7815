import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { Connections } from '#database/connections.ts';
import { currentSchema, listTables } from '#database/tables.ts';

/** The database is newer than this program; an older program must not touch it. */
export class NewerDatabase extends Error {}

/**
 * Brings the tables up to date. A copy of a database that already holds something is made first, at
 * `copyPath`, and nothing happens when nothing is to be done. Refuses a database that has migrations
 * this program does not know.
 */
export async function migrate(
  connections: Connections,
  migrations: Record<string, Migration>,
  copyPath: (next: string) => string,
): Promise<void> {
  const done = await doneMigrations(connections.reader);
  const unknown = done.find((name) => !(name in migrations));
  if (unknown) {
    throw new NewerDatabase(
      `The database was written by a newer Snowdrop (it has “${unknown}”). Start that version or a newer one; nothing was changed.`,
    );
  }
  const next = Object.keys(migrations).find((name) => !done.includes(name));
  if (!next) return;
  if (done.length > 0) await connections.copyTo(copyPath(next));
  const schema = await currentSchema(connections.writer);
  const migrator = new Migrator({
    db: connections.writer,
    provider: { getMigrations: () => Promise.resolve(migrations) },
    ...(schema ? { migrationTableSchema: schema } : {}),
  });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error as Error;
}

async function doneMigrations(db: Kysely<unknown>): Promise<string[]> {
  const tables = await listTables(db);
  if (!tables.some(({ name }) => name === 'kysely_migration')) return [];
  const rows = await (db as Kysely<{ kysely_migration: { name: string } }>)
    .selectFrom('kysely_migration')
    .select('name')
    .orderBy('name')
    .execute();
  return rows.map(({ name }) => name);
}
