import { type Kysely, sql } from 'kysely';
import { expect, test } from 'vitest';
import { migrate } from '#database/migrate.ts';
import { migrations } from '#schema/migrations/index.ts';
import { eachEmptyDatabase } from '#test/databases.ts';
import { ownFolder } from '#test/own-site.ts';

const day = '2024-02-14T10:00:00.000Z';

/** Sentences that devices were kept as, and what they are now. */
const devices = {
  'Safari on an iPhone': ['Safari', 'iphone'],
  'Samsung Internet on an Android phone': ['Samsung Internet', 'android-phone'],
  'Edge on a Windows computer': ['Edge', 'windows'],
  'A browser on a Mac': ['', 'mac'],
  'A browser': ['', ''],
  Firefox: ['Firefox', ''],
  '': ['', ''],
};

/** Puts a row into a table as it was then. */
async function put(db: Kysely<unknown>, table: string, row: Record<string, unknown>): Promise<void> {
  const columns = sql.join(Object.keys(row).map((name) => sql.ref(name)));
  await sql`insert into ${sql.table(table)} (${columns}) values (${sql.join(Object.values(row))})`.execute(
    db,
  );
}

/** A child's page with one letter, as the first sites had them. */
async function letter(db: Kysely<unknown>): Promise<void> {
  await put(db, 'family', { id: 'f', created_at: day });
  await put(db, 'person', { id: 'nora', name: 'Nora', created_at: day });
  const empty = { address: 'wren', language: 'en', called: 'Wren', sentence: '', word_set: '', words: '{}' };
  const looks = { drawing: '', portrait_alternative: '', palette: '' };
  const off = { shows_name: 0, shows_days: 0, shows_portrait: 0, listed: 0, indexed: 0, invented: 0 };
  const of = { family_id: 'f', created_by: 'nora', created_at: day, audience: 'only-us' };
  await put(db, 'memorial', { id: 'm', ...of, ...empty, ...looks, ...off });
  const counts = { created_at: day, revision: 1, version: 0 };
  const by = { memorial_id: 'm', kind: 'letter', writer_id: 'nora', audience: 'only-us', address: 'a' };
  await put(db, 'tribute', { id: 't', ...by, ...counts });
}

eachEmptyDatabase('a site from when a device was a sentence', (open) => {
  test('keeps its browser and its machine as two words, wherever it was kept', async () => {
    const { connections } = await open();
    const { writer, reader } = connections;
    const copies = await ownFolder();
    const names = Object.keys(migrations);
    const at = names.findIndex((name) => name.endsWith('-devices'));
    const first = (count: number) =>
      migrate(
        connections,
        Object.fromEntries(Object.entries(migrations).slice(0, count)),
        (next) => `${copies}-${next}`,
      );
    await first(1);
    await letter(writer);
    await first(at);
    const words = { title: '', text: '', language: 'en', signed: '[]', photographs: '[]' };
    for (const device of Object.keys(devices)) {
      const of = { id: device, person_id: 'nora', device, token_hash: device };
      await put(writer, 'session', { ...of, created_at: day, last_seen_at: day, expires_at: day });
      const draft = { id: device, tribute_id: 't', writer_id: 'nora', beside: 1, began_from: 1 };
      await put(writer, 'draft', { ...draft, ...words, device, updated_at: day });
      const due = { created_at: day, run_at: day, attempts: 0, fence: 0 };
      const told = { kind: 'tell-new-device', payload: `nora ${day} ${device}` };
      await put(writer, 'job', { id: device, ...told, ...due });
    }
    const other = { id: 'other', kind: 'tell-news', payload: 'x on a Mac' };
    await put(writer, 'job', { ...other, created_at: day, run_at: day, attempts: 0, fence: 0 });
    await first(at + 1);
    for (const table of ['session', 'draft']) {
      const { rows } = await sql<Record<'id' | 'browser' | 'machine', string>>`
        select id, browser, machine from ${sql.table(table)}`.execute(reader);
      const kept = Object.fromEntries(rows.map(({ id, browser, machine }) => [id, [browser, machine]]));
      expect(kept).toEqual(devices);
    }
    const { rows: jobs } = await sql<{ id: string; payload: string }>`select id, payload from job`.execute(
      reader,
    );
    expect(Object.fromEntries(jobs.map(({ id, payload }) => [id, payload]))).toEqual({
      ...Object.fromEntries(
        Object.entries(devices).map(([id, [browser, machine]]) => [id, `nora ${day} ${machine} ${browser}`]),
      ),
      other: 'x on a Mac',
    });
  });
});
