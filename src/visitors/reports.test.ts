import { expect, test } from 'vitest';
import { eachDatabase } from '#test/databases.ts';
import { world } from '#test/world.ts';
import { addReport, listReports } from '#visitors/reports.ts';

eachDatabase('reports', (open) => {
  test('come newest first, exactly as they were written, and hide nothing by themselves', async () => {
    const site = await world({ open });
    const { memorial, mother } = await site.family();
    await site.opened(memorial);
    await site.letter(memorial, mother, { title: 'A year of you', audience: 'everyone' });
    const { write, reader } = site.database;
    const before = (await site.request('/wren/a-year-of-you')).text;
    await write(async (tx) => {
      for (let count = 0; count < 210; count++) {
        site.clock.advance({ seconds: 1 });
        const email = count % 2 ? 'reader@family.example' : undefined;
        const text = `\n  ${count} <b>\n`;
        await addReport(tx, { memorialId: memorial.id, about: '/wren', text, email }, site.clock.now());
      }
    });
    const reports = await listReports(reader);
    expect(reports).toHaveLength(200);
    expect(reports[0]).toMatchObject({
      memorialId: memorial.id,
      about: '/wren',
      text: '\n  209 <b>\n',
      email: 'reader@family.example',
      createdAt: site.clock.now(),
    });
    expect(reports.map(({ text }) => Number(text.match(/\d+/)))).toEqual(
      Array.from({ length: 200 }, (_, at) => 209 - at),
    );
    expect((await site.request('/wren/a-year-of-you')).text).toBe(before);
  });
});

test('a reader of an open page can report it without an account, and only the host reads it', async () => {
  const site = await world();
  const { memorial, mother, father } = await site.family();
  expect((await site.request('/to/wren/report', { form: { text: 'x', email: '' } })).status).toBe(404);
  await site.opened(memorial);
  const text = 'This is\n\nnot “her” picture.';
  const answer = await site.request('/to/wren/report', {
    form: { text, email: 'reader@family.example', about: '/wren' },
  });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.getSetCookie()).toEqual([]);
  await site.database.write((tx) =>
    tx.insertInto('setting').values({ name: 'host', value: mother.id }).execute(),
  );
  expect((await site.request('/host/reports', { as: mother })).text).toContain('not “her” picture.');
  expect((await site.request('/host/reports', { as: father })).status).toBe(404);
});

test('one address can report ten times within an hour', async () => {
  const site = await world();
  const { memorial } = await site.family();
  await site.opened(memorial);
  const report = (from: string) =>
    site.request('/to/wren/report', { form: { text: `again ${Math.random()}`, email: '' }, from });
  const statuses = [];
  for (let count = 0; count < 11; count++) statuses.push((await report('203.0.113.7')).status);
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 200), 429]);
  expect((await report('203.0.113.8')).status).toBe(200);
});
