import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { migrate } from '#database/migrate.ts';
import { listParents } from '#families/families.ts';
import { openDatabase } from '#schema/database.ts';
import { migrations } from '#schema/migrations/index.ts';
import { eachEmptyDatabase } from '#test/databases.ts';
import { ownFolder } from '#test/own-site.ts';

eachEmptyDatabase('a site from before it was kept since when somebody is what they are', (open) => {
  test('takes the day they came for it', async () => {
    const { connections } = await open();
    const before = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < '0005'));
    const noCopy = (): string => {
      throw new Error('An empty database needs no copy.');
    };
    await migrate(connections, before, noCopy);
    const came = ['2024-02-14T10:00:00.000Z', '2024-02-15T10:00:00.000Z'];
    const { writer } = connections;
    await sql`insert into family (id, created_at) values ('f', ${came[0]})`.execute(writer);
    for (const [at, id] of [
      [came[0], 'nora'],
      [came[1], 'elias'],
    ]) {
      await sql`insert into person (id, name, created_at) values (${id}, ${id}, ${at})`.execute(writer);
      await sql`insert into member (family_id, person_id, role, signs_as, created_at)
        values ('f', ${id}, 'parent', ${id}, ${at})`.execute(writer);
    }
    const copies = await ownFolder();
    await migrate(connections, migrations, (next) => `${copies}-${next}`);
    const { reader } = openDatabase(connections, async () => {});
    expect(await listParents(reader, 'f')).toEqual([
      { personId: 'nora', since: came[0] },
      { personId: 'elias', since: came[1] },
    ]);
  });
});
