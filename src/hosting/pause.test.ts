import { expect, test } from 'vitest';
import { saveSetting } from '#hosting/settings.ts';
import { endPause, pauseMemorial } from '#memorials/pause.ts';
import { letter } from '#test/cast.ts';
import { asItIsNow } from '#memorials/kept-memorial.ts';
import { eachDatabase } from '#test/databases.ts';
import { type Open, world } from '#test/world.ts';

/** A page that everybody reads, a report about it, and a host who belongs to no family. */
async function told(open?: Open) {
  const site = await world(open ? { open } : {});
  const family = await site.family();
  const memorial = await site.opened(family.memorial);
  const { id: photographId } = await site.photograph(family.id, family.mother, 'a picture');
  await site.letter(memorial, family.mother, {
    ...letter,
    audience: 'everyone',
    photographs: [photographId],
  });
  const host = await site.person({ name: 'A host', email: 'somebody@host.example' });
  await site.database.write((tx) => saveSetting(tx, 'host', host.id));
  const form = { text: 'This is not her photograph.', about: '/wren', email: '' };
  await site.request('/to/wren/report', { form });
  const reports = async () => (await site.request('/host/reports', { as: host })).text;
  const id = /\/host\/reports\/([\w-]+)\/pause/.exec(await reports())![1]!;
  const [use] = await site.database.reader.selectFrom('picture_use').select('address').execute();
  const open200 = [
    '/wren',
    '/ar/wren',
    '/wren/a-year-of-you',
    '/wren/feed.atom',
    `/pictures/${use!.address}/480.jpeg`,
  ];
  return { site, ...family, memorial, host, reports, path: `/host/reports/${id}/pause`, open200 };
}

test('the host pauses a page: nobody but its family sees it, not a word is changed, and it comes back', async () => {
  const { site, mother, father, memorial, host, reports, path, open200 } = await told();
  const home = `/home/memorials/${memorial.id}`;
  const statuses = async () => Promise.all(open200.map(async (at) => (await site.request(at)).status));
  expect(await statuses()).toEqual(open200.map(() => 200));
  const before = await site.memorialNow(memorial);
  expect((await site.request(path, { as: host, form: {} })).location).toBe('/host/reports');
  expect(await statuses()).toEqual(open200.map(() => 404));
  expect(await reports()).toContain('A page that you paused');
  for (const as of [mother, father]) {
    const { text, status } = await site.request(home, { as });
    expect(status).toBe(200);
    expect(text).toContain('has paused this page');
  }
  expect((await site.request('/home', { as: mother })).text).toContain(
    'paused by whoever looks after this site',
  );
  // Her own button for a rest ends no pause, nor does opening it anew.
  await site.request(`${home}/rest?_method=delete`, { as: mother, form: {} });
  await site.request(`${home}/opening`, { as: mother, form: { audience: 'everyone', address: 'wren' } });
  expect((await site.request('/wren')).status).toBe(404);
  await site.work();
  expect((await site.mails()).map(({ to, subject }) => [to, subject])).toEqual(
    [mother, father].map(({ name }) => [
      `${name.split(' ')[0]!.toLowerCase()}@family.example`,
      'A page of your family is paused',
    ]),
  );
  await site.request(`${path}?_method=delete`, { as: host, form: {} });
  expect((await site.request('/wren')).status).toBe(200);
  expect(await site.memorialNow(memorial)).toMatchObject({ ...before, shows: expect.anything() });
});

test('nobody else pauses a page or lets it come back, and the host pauses nothing that is not open', async () => {
  const { site, mother, father, memorial, host, path } = await told();
  const stranger = site.stranger();
  for (const as of [mother, father, stranger]) {
    for (const at of [path, `${path}?_method=delete`])
      expect((await site.request(at, { as, form: {} })).status).toBe(as === stranger ? 401 : 404);
  }
  expect((await site.memorialNow(memorial)).pausedSince).toBeUndefined();
  await site.request(`/home/memorials/${memorial.id}/opening?_method=delete`, { as: mother, form: {} });
  expect((await site.request(path, { as: host, form: {} })).status).toBe(404);
  expect((await site.request('/host/reports/never-was/pause', { as: host, form: {} })).status).toBe(404);
});

eachDatabase('a page that is paused', (open) => {
  test('stays so since then, and its parents are told once', async () => {
    const { site, memorial, host } = await told(open);
    const pause = async () =>
      site.database.write(async (tx) =>
        pauseMemorial(tx, await asItIsNow(tx, memorial), host, site.clock.now()),
      );
    await pause();
    const { pausedSince } = await site.memorialNow(memorial);
    site.clock.advance({ days: 1 });
    await pause();
    expect((await site.memorialNow(memorial)).pausedSince).toBe(pausedSince);
    await site.work();
    expect(await site.mails()).toHaveLength(2);
    await site.database.write(async (tx) => endPause(tx, await asItIsNow(tx, memorial)));
    expect((await site.memorialNow(memorial)).pausedSince).toBeUndefined();
  });
});
