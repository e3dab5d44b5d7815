import { type Kysely, PostgresAdapter, sql } from 'kysely';

const machines: Record<string, string> = {
  'an iPhone': 'iphone',
  'an iPad': 'ipad',
  'an Android phone': 'android-phone',
  'an Android tablet': 'android-tablet',
  'a Chromebook': 'chromebook',
  'a Windows computer': 'windows',
  'a Mac': 'mac',
  'a Linux computer': 'linux',
};

/** A device is two words of its own, its browser and its machine. It was an English sentence: “Safari on an iPhone”. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const postgres = db.getExecutor().adapter instanceof PostgresAdapter;
  const text = postgres ? sql`text collate "C"` : sql`text`;
  for (const table of ['session', 'draft']) {
    for (const column of ['browser', 'machine'])
      await db.schema
        .alterTable(table)
        .addColumn(column, text, (c) => c.notNull().defaultTo(''))
        .execute();
    const { rows } = await sql<{ device: string }>`select distinct device from ${sql.table(table)}`.execute(
      db,
    );
    for (const { device } of rows) {
      const { browser, machine } = wordsOf(device);
      await sql`update ${sql.table(table)} set browser = ${browser}, machine = ${machine}
        where device = ${device}`.execute(db);
    }
    await db.schema.alterTable(table).dropColumn('device').execute();
  }
  await carryJobs(db);
}

/** What is still to be told of a device: a person’s id, the instant, and the device, with spaces between. */
async function carryJobs(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ id: string; payload: string }>`select id, payload from job
    where kind in ('tell-new-device', 'tell-recovery-code', 'tell-passkey-removed', 'tell-codes-made')`.execute(
    db,
  );
  for (const { id, payload } of rows) {
    const [personId, at, ...device] = payload.split(' ');
    const { browser, machine } = wordsOf(device.join(' '));
    const told = [personId, at, machine, browser].join(' ');
    await sql`update job set payload = ${told} where id = ${id}`.execute(db);
  }
}

function wordsOf(device: string): { browser: string; machine: string } {
  const on = Object.keys(machines).find((machine) => device.endsWith(` on ${machine}`));
  const browser = on === undefined ? device : device.slice(0, -` on ${on}`.length);
  return { browser: browser === 'A browser' ? '' : browser, machine: machines[on ?? ''] ?? '' };
}
