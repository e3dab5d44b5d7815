import type { KyselyPlugin } from 'kysely';
import { expect, test } from 'vitest';
import { allRoutes } from '#routes.ts';
import { saveMemorial } from '#memorials/memorials.ts';
import { world } from '#test/world.ts';

// The child, its brothers and sisters, how many of each year, their words, their photographs.
const most = 5;
// Words in another language than they were written in are one query more.
const mostTranslated = 6;

test('a page of fifty memories, with portrait, days, brothers and sisters, asks the database six times at most, in any language', async () => {
  const site = await world();
  const { id, mother, memorial } = await site.family();
  const begun = await site.request('/home/memorials', { as: mother, form: {} });
  const juno = await site.memorialNow({ id: /memorials\/([^/]+)/.exec(begun.location ?? '')![1]! });
  const portrait = await site.photograph(id, mother, 'a portrait');
  await site.database.write(async (tx) => {
    await saveMemorial(tx, { ...juno, called: 'Juno' });
    const days = [
      { id: 'd', kind: 'born' as const, date: { year: 2023 }, words: '', place: '', shown: true },
    ];
    const siblings = [
      { id: 's', name: '', ownMemorialId: juno.id },
      { id: 't', name: 'Ada', ownMemorialId: undefined },
    ];
    await saveMemorial(tx, { ...memorial, days, siblings, portraitId: portrait.id });
  });
  await site.opened(juno, 'juno');
  await site.opened(memorial, 'wren', { name: true, days: true, portrait: true, siblings: true });
  for (let at = 0; at < 60; at++) {
    const photographs = at % 5 === 0 ? [(await site.photograph(id, mother, `photograph ${at}`)).id] : [];
    await site.letter(memorial, mother, { title: `Letter ${at}`, audience: 'everyone', photographs });
  }

  let asked = 0;
  const counting: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    transformResult({ result }) {
      asked++;
      return Promise.resolve(result);
    },
  };
  const reader = site.database.reader.withPlugin(counting);
  const app = allRoutes({ ...site.site, database: { ...site.database, reader } });
  for (const [path, atMost] of [
    ['/wren', most],
    ['/ar/wren', mostTranslated],
    ['/wren/page/2', most],
  ] as const) {
    asked = 0;
    const html = await (await app.request(`${site.url}${path}`)).text();
    expect(html).toContain('<bdi>Ada</bdi>');
    expect(html).toMatch(/juno"/);
    expect(html.split('<article').length - 1).toBe(path.endsWith('2') ? 10 : 50);
    expect([path, asked]).toEqual([path, Math.min(asked, atMost)]);
  }
});
