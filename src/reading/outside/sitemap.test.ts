import { beforeEach, describe, expect, test } from 'vitest';
import { interfaceLanguages } from '#i18n/languages.ts';
import { letter } from '#test/cast.ts';
import { type Family, type World, world } from '#test/world.ts';
import { readXml } from '#test/xml.ts';
import { closeMemorial } from '#memorials/open.ts';
import { stand } from '#memorials/rest.ts';
import { withdrawTribute } from '#tributes/publishing/publish.ts';

let site: World;
let family: Family;
beforeEach(async () => {
  site = await world();
  family = await site.family();
});

const opened = (indexed = true) => site.opened(family.memorial, 'wren', undefined, 'everyone', { indexed });
const addressesIn = (xml: string): string[] =>
  readXml(xml).flatMap(([at, said]) => (at.endsWith('/loc') ? [said] : []));

describe('the sitemap', () => {
  test('names what is everyone’s and was given to search engines, in every language, and nothing else', async () => {
    await opened();
    await site.letter(family.memorial, family.mother, { ...letter, audience: 'everyone' });
    for (const audience of ['only-me', 'only-us', 'circle', 'link'] as const)
      await site.letter(family.memorial, family.mother, { title: `For ${audience}`, audience });
    await site.letter(family.memorial, family.mother, { title: 'A draft', published: false });
    const index = await site.request('/sitemap.xml');
    expect(addressesIn(index.text)).toEqual([`${site.url}/wren/sitemap.xml`]);
    const { text, headers } = await site.request('/wren/sitemap.xml');
    expect(headers.get('content-type')).toBe('application/xml; charset=utf-8');
    expect(addressesIn(text)).toEqual([`${site.url}/wren`, `${site.url}/wren/a-year-of-you`]);
    expect(readXml(text).find(([at]) => at.endsWith('/lastmod'))?.[1]).toBe(site.clock.now());
    const links = [...text.matchAll(/hreflang="([a-z]+)" href="([^"]+)"/g)].slice(-interfaceLanguages.length);
    expect(links.map(([, tag]) => tag)).toEqual([...interfaceLanguages]);
    expect(links.map(([, , href]) => new URL(href!).pathname)).toEqual([
      '/wren/a-year-of-you',
      ...interfaceLanguages.slice(1).map((tag) => `/${tag}/wren/a-year-of-you`),
    ]);
    for (const [, , href] of links) expect((await site.request(new URL(href!).pathname)).status).toBe(200);
  });

  test('holds the story where there is one', async () => {
    await opened();
    await site.letter(family.memorial, family.mother, {
      title: 'The day',
      kind: 'chapter',
      audience: 'everyone',
    });
    const { text } = await site.request('/wren/sitemap.xml');
    expect(addressesIn(text)).toEqual(['/wren', '/wren/story', '/wren/the-day'].map((at) => site.url + at));
  });

  test('is not there where search engines were not let in, though everybody may read the page', async () => {
    await opened(false);
    await site.letter(family.memorial, family.mother, { ...letter, audience: 'everyone' });
    expect((await site.request('/wren')).status).toBe(200);
    const nowhere = await site.request('/wren/nothing');
    for (const path of ['/sitemap.xml', '/wren/sitemap.xml', '/nobody/sitemap.xml']) {
      const answer = await site.request(path);
      expect([path, answer.status]).toEqual([path, 404]);
      expect(answer.text).toBe(nowhere.text);
    }
  });

  test('forgets at once what was taken back, and a page that rests, is going away or was closed', async () => {
    const memorial = await opened();
    const { write } = site.database;
    const tribute = await site.letter(memorial, family.mother, { ...letter, audience: 'everyone' });
    await write((tx) => withdrawTribute(tx, tribute, site.clock.now()));
    expect(addressesIn((await site.request('/wren/sitemap.xml')).text)).toEqual([`${site.url}/wren`]);
    const now = site.clock.now();
    for (const end of [{ restsSince: now }, { pausedSince: now }, { leavesAt: now }]) {
      await write((tx) => stand(tx, { ...memorial, ...end }));
      for (const path of ['/sitemap.xml', '/wren/sitemap.xml'])
        expect((await site.request(path)).status).toBe(404);
      await write((tx) => stand(tx, memorial));
      expect((await site.request('/sitemap.xml')).status).toBe(200);
    }
    await write((tx) => closeMemorial(tx, memorial));
    expect((await site.request('/sitemap.xml')).status).toBe(404);
  });

  test('may be kept like any public page: asked about again, and unchanged the second time', async () => {
    await opened();
    for (const path of ['/sitemap.xml', '/wren/sitemap.xml']) {
      const first = await site.request(path);
      expect(first.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate, s-maxage=5');
      const again = await site.request(path, { headers: { 'if-none-match': first.headers.get('etag')! } });
      expect([again.status, again.bytes.length]).toEqual([304, 0]);
    }
  });
});

test('robots are kept out of whole segments, so that a child called Toby or Homer can be found', async () => {
  const { text } = await site.request('/robots.txt');
  const rules = [...text.matchAll(/^Disallow: (.+)$/gm)].map(([, rule]) => rule!);
  const isKeptOut = (path: string): boolean =>
    rules.some((rule) => (rule.endsWith('$') ? path === rule.slice(0, -1) : path.startsWith(rule)));
  for (const path of [
    '/home',
    '/home/you',
    '/with',
    '/with/wren',
    '/to/wren/report',
    '/sign-in',
    '/host/reports',
    '/key',
  ])
    expect([path, isKeptOut(path)]).toEqual([path, true]);
  for (const path of [
    '/',
    '/about',
    '/wren',
    '/toby',
    '/homer',
    '/withnail',
    '/keyla',
    '/hosta',
    '/pictures/x',
  ])
    expect([path, isKeptOut(path)]).toEqual([path, false]);
  expect(text).toContain(`\nSitemap: ${site.url}/sitemap.xml\n`);
});
