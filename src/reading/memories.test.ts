import { describe, expect, test } from 'vitest';
import { NotFound } from '#http/refusals.ts';
import { memoriesPath, pageNumber, startsOf } from '#reading/memories.ts';
import { eachDatabase } from '#test/databases.ts';
import { tagsIn } from '#test/html.ts';
import { type World, world } from '#test/world.ts';

describe('the pages of memories', () => {
  test('have numbers from two on, and none else', () => {
    expect([undefined, '1', '2', '500'].map(pageNumber)).toEqual([1, 1, 2, 500]);
    for (const wrong of ['', '0', '01', '-1', '1.5', '2e3', '٢', '12345678'])
      expect(() => pageNumber(wrong)).toThrow(NotFound);
    expect([1, 2].map((number) => memoriesPath('/wren', number))).toEqual(['/wren', '/wren/page/2']);
  });

  test('know where each year begins', () => {
    const counts = [
      { year: 2019, count: 3 },
      { year: 2021, count: 50 },
    ];
    expect(startsOf(counts)).toEqual([
      { year: 2019, at: 0 },
      { year: 2021, at: 3 },
    ]);
  });
});

eachDatabase('a child of a hundred and twenty memories', (open) => {
  const told = async () => {
    const site = await world({ open });
    const { mother, memorial } = await site.family();
    await site.opened(memorial);
    // Sixty of 2021, one of them for the parents alone, and sixty of 2022, of which nobody knows the month.
    for (let at = 0; at < 120; at++) {
      await site.letter(memorial, mother, {
        title: `Memory ${at}`,
        audience: at === 59 ? 'only-us' : 'everyone',
        memory: at < 60 ? { year: 2021, month: 1 + (at % 12), day: 1 } : { year: 2022 },
      });
    }
    return { site, mother, memorial };
  };
  const titles = (html: string) =>
    tagsIn(html)
      .filter(({ name, attributes }) => name === 'h2' && attributes['id'] === undefined)
      .map(({ text }) => text);
  const links = (html: string, rel: string) =>
    tagsIn(html)
      .filter(({ name, attributes }) => name === 'a' && attributes['rel'] === rel)
      .map(({ attributes, text }) => [attributes['href'], text]);
  const yearLinks = (html: string) =>
    tagsIn(html).flatMap(({ name, attributes: { href = '' } }) =>
      name === 'a' && href.includes('#year-') ? [href] : [],
    );
  const page = async (site: World, path: string, as?: Awaited<ReturnType<typeof told>>['mother']) =>
    (await site.request(path, { as })).text;

  test('stands on three pages, each memory once, with the years that lead to where they begin', async () => {
    const { site, mother, memorial } = await told();
    const pages = [
      await page(site, '/wren'),
      await page(site, '/wren/page/2'),
      await page(site, '/wren/page/3'),
    ];
    expect(pages.map((html) => titles(html).length)).toEqual([50, 50, 19]);
    expect(new Set(pages.flatMap(titles)).size).toBe(119);
    expect(pages.flatMap(titles)).not.toContain('Memory 59');
    expect(links(pages[0]!, 'prev')).toEqual([]);
    expect(links(pages[0]!, 'next')).toEqual([['/wren/page/2', 'Later memories']]);
    expect(links(pages[1]!, 'prev')).toEqual([['/wren', 'Earlier memories']]);
    expect(links(pages[2]!, 'next')).toEqual([]);
    expect(yearLinks(pages[0]!)).toEqual(['#year-2021', '/wren/page/2#year-2022']);
    expect(yearLinks(pages[1]!)).toEqual(['/wren#year-2021', '#year-2022']);
    expect(pages.map((html) => [...html.matchAll(/id="(year-\d+)"/g)].map(([, id]) => id))).toEqual([
      ['year-2021'],
      ['year-2022'],
      [],
    ]);

    const arabic = await page(site, '/ar/wren/page/2');
    expect(links(arabic, 'next')).toEqual([['/ar/wren/page/3', 'ذكريات لاحقة']]);
    const home = `/home/memorials/${memorial.id}`;
    expect(titles(await page(site, `${home}/page/3`, mother))).toHaveLength(20);
    expect(links(await page(site, `${home}/page/3`, mother), 'prev')[0]?.[0]).toBe(`${home}/page/2`);
    expect(titles(await page(site, '/with/wren/page/2', mother))).toHaveLength(50);
    expect(yearLinks(await page(site, '/with/wren/page/2', mother))[0]).toBe('/with/wren#year-2021');
  });

  test('has no page beyond the end, and one address for each', async () => {
    const { site, mother, memorial } = await told();
    const nothing = await site.request('/no-such-child');
    for (const path of [
      '/wren/page/4',
      '/wren/page/0',
      '/wren/page/two',
      '/ar/wren/page/99',
      '/wrong/page/2',
    ])
      expect([path, (await site.request(path)).status]).toEqual([path, 404]);
    expect((await site.request('/wren/page/4')).text).toBe(nothing.text);
    const home = `/home/memorials/${memorial.id}`;
    expect((await site.request(`${home}/page/4`, { as: mother })).status).toBe(404);
    expect((await site.request(`${home}/page/1`, { as: mother })).location).toBe(home);
    const first = await site.request('/wren/page/1');
    expect([first.status, first.location]).toEqual([301, '/wren']);
    const second = await site.request('/en/wren/page/2');
    expect([second.status, second.location]).toEqual([301, '/wren/page/2']);
    const { headers } = await site.request('/wren/page/2');
    const again = { headers: { 'if-none-match': headers.get('etag') ?? '' } };
    expect((await site.request('/wren/page/2', again)).status).toBe(304);
    expect((await site.request('/wren/page/3', again)).status).toBe(200);
  });

  test('shows no years once its family set the order by hand', async () => {
    const { site } = await told();
    await site.database.write(async (tx) => {
      await tx.updateTable('memorial').set({ by_hand: 1 }).execute();
      // By their titles: ids that were made within a millisecond are in no order.
      const rows = await tx.selectFrom('tribute').select(['id', 'address']).execute();
      for (const { id, address } of rows) {
        const position = 119 - Number(address.replace('memory-', ''));
        await tx.updateTable('tribute').set({ position }).where('id', '=', id).execute();
      }
    });
    const html = await page(site, '/wren');
    expect(titles(html)[0]).toBe('Memory 119');
    expect(html).not.toContain('year-');
    expect(links(html, 'next')).toHaveLength(1);
  });
});

test('a child of few memories has one page and no years', async () => {
  const site = await world();
  const { mother, memorial } = await site.family();
  await site.opened(memorial);
  expect((await site.request('/wren')).status).toBe(200);
  for (const year of [2020, 2023])
    await site.letter(memorial, mother, { audience: 'everyone', memory: { year } });
  expect((await site.request('/wren')).text).not.toMatch(/year-|rel="next"|class="pages/);
  expect((await site.request('/wren/page/2')).status).toBe(404);
});
