import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { migrate } from '#database/migrate.ts';
import { migrations } from '#schema/migrations/index.ts';
import { eachEmptyDatabase } from '#test/databases.ts';

const noCopy = (): string => {
  throw new Error('An empty database needs no copy.');
};
const signedIn = '2024-02-14T10:00:00.000Z';

eachEmptyDatabase('whoever was signed in before', (open) => {
  test('was last confirmed when they signed in, and stays signed in', async () => {
    const { connections } = await open();
    const before = Object.entries(migrations).filter(([name]) => name < '0004');
    await migrate(connections, Object.fromEntries(before), noCopy);
    await sql`insert into person (id, name, created_at) values ('nora', 'Nora', ${signedIn})`.execute(
      connections.writer,
    );
    await sql`insert into session (id, token_hash, person_id, device, created_at, last_seen_at, expires_at)
      values ('phone', 'hash', 'nora', 'A phone', ${signedIn}, '2024-03-01T10:00:00.000Z', '2024-06-01T10:00:00.000Z')`.execute(
      connections.writer,
    );
    const folder = await mkdtemp(join(tmpdir(), 'snowdrop-signing-in-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    await migrate(connections, migrations, (next) => join(folder, next));
    const { rows } = await sql<object>`select id, token_hash, confirmed_at, mark_hash from session`.execute(
      connections.reader,
    );
    expect(rows).toEqual([{ id: 'phone', token_hash: 'hash', confirmed_at: signedIn, mark_hash: null }]);
  });
});
