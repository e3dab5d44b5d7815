import { expect, test } from 'vitest';
import { saveSetting } from '#hosting/settings.ts';
import { eachDatabase } from '#test/databases.ts';
import { formsIn } from '#test/html.ts';
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
  expect([answer.status, answer.location]).toEqual([303, '/to/wren/report/thanks?about=%2Fwren']);
  const thanks = await site.request(answer.location ?? '');
  expect(thanks.text).toContain('It has reached whoever runs this site');
  for (const { headers } of [answer, thanks]) {
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.getSetCookie()).toEqual([]);
  }
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
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 303), 429]);
  expect((await report('203.0.113.8')).status).toBe(303);
});

test('a report that is sent twice is kept once, and two readers who write the same are two', async () => {
  const site = await world();
  const { memorial } = await site.family();
  await site.opened(memorial);
  const page = async () => formsIn((await site.request('/to/wren/report?about=/ar/wren')).text)[0]!.fields;
  const form = { ...(await page()), text: 'the same words', email: '' };
  const answers = [
    await site.request('/to/wren/report', { form }),
    await site.request('/to/wren/report', { form }),
  ];
  expect(answers.map(({ status, location }) => [status, location])).toEqual(
    Array.from({ length: 2 }, () => [303, '/to/wren/report/thanks?about=%2Far%2Fwren']),
  );
  expect(await listReports(site.database.reader)).toHaveLength(1);
  await site.request('/to/wren/report', { form: { ...form, ...(await page()), text: form.text } });
  expect(await listReports(site.database.reader)).toHaveLength(2);
});

test('the host sees whose page it is, as everybody does, and marks what is dealt with', async () => {
  const site = await world();
  const { memorial, mother, father } = await site.family();
  await site.opened(memorial);
  const tells = (text: string) =>
    site.request('/to/wren/report', { form: { text, email: '', about: '/wren' } });
  await tells('the first');
  site.clock.advance({ minutes: 1 });
  await tells('the second');
  const { write, reader } = site.database;
  await write((tx) => saveSetting(tx, 'host', mother.id));
  const seen = async () => (await site.request('/host/reports', { as: mother })).text;
  expect(await seen()).toContain('<a href="/wren">Wren</a>');
  const second = (await listReports(reader))[0]!;
  const closure = `/host/reports/${second.id}/closure`;
  expect((await site.request(closure, { as: father, form: {} })).status).toBe(404);
  const closed = await site.request(closure, { as: mother, form: {} });
  expect([closed.status, closed.location]).toEqual([303, '/host/reports']);
  expect((await listReports(reader)).map(({ text, closedAt }) => [text, closedAt])).toEqual([
    ['the first', undefined],
    ['the second', site.clock.now()],
  ]);
  expect((await seen()).indexOf('the first')).toBeLessThan((await seen()).indexOf('the second'));
  await site.request(`${closure}?_method=delete`, { as: mother, form: {} });
  expect((await listReports(reader)).map(({ closedAt }) => closedAt)).toEqual([undefined, undefined]);
  const never = await site.request('/host/reports/never-was/closure', { as: mother, form: {} });
  expect(never.status).toBe(404);
  // A page that is not for everyone any more has no name for the host either.
  await site.request(`/home/memorials/${memorial.id}/opening?_method=delete`, { as: mother, form: {} });
  expect(await seen()).not.toContain('Wren');
});
