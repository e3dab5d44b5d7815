import { readdirSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { type Place, settle } from '#test/settled.ts';
import type { Visitor } from '#test/world.ts';
import { binTribute } from '#tributes/bin.ts';

type Visit = { path: string; as?: Visitor; status?: number };

let place: Place;
let letter: string;
let binned: string;
beforeAll(async () => {
  place = await settle();
  await place.site.opened(place.memorial);
  const tribute = await place.site.letter(place.memorial, place.mother, {
    title: 'A year of you',
    audience: 'everyone',
    photographs: [place.photographId],
  });
  letter = `/home/tributes/${tribute.id}`;
  await place.site.letter(place.memorial, place.mother, {
    kind: 'chapter',
    title: 'The morning',
    audience: 'everyone',
  });
  const unwanted = await place.site.letter(place.memorial, place.mother, { published: false });
  binned = unwanted.id;
  await place.site.database.write((tx) => binTribute(tx, unwanted, place.site.clock.now()));
  await place.site.database.write((tx) =>
    tx
      .insertInto('setting')
      .values({ name: 'host', value: place.mother.id })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .execute(),
  );
});

/** Every page there is, with somebody who finds it there. */
const visits: Record<string, () => Visit> = {
  '/': () => ({ path: '/' }),
  '/about': () => ({ path: '/about' }),
  '/en': () => ({ path: '/en' }),
  '/en/about': () => ({ path: '/en/about' }),
  '/ar': () => ({ path: '/ar' }),
  '/ar/about': () => ({ path: '/ar/about' }),
  '/robots.txt': () => ({ path: '/robots.txt' }),
  '/favicon.ico': () => ({ path: '/favicon.ico', status: 404 }),
  '/assets/:name': () => ({
    path: `/assets/${readdirSync(new URL('../build/assets/', import.meta.url)).find((name) => name.endsWith('.css'))}`,
  }),
  '/sign-in': () => ({ path: '/sign-in' }),
  '/sign-in/link/:secret': () => ({ path: '/sign-in/link/any' }),
  '/sign-in/invitation/:secret': () => ({ path: `/sign-in/invitation/${place.secret}` }),
  '/host/claim/:secret': () => ({ path: place.claim }),
  '/host/invitations': () => ({ path: '/host/invitations', as: place.mother }),
  '/host/reports': () => ({ path: '/host/reports', as: place.mother }),
  '/to/:memorial/report': () => ({ path: '/to/wren/report' }),
  '/to/:memorial/report/thanks': () => ({ path: '/to/wren/report/thanks' }),
  '/:memorial': () => ({ path: '/wren' }),
  '/:memorial/:tribute': () => ({ path: '/wren/a-year-of-you' }),
  '/:memorial/:tribute/versions/:number': () => ({ path: '/wren/a-year-of-you/versions/1' }),
  '/en/:memorial/:tribute/versions/:number': () => ({
    path: '/en/wren/a-year-of-you/versions/1',
    status: 301,
  }),
  '/ar/:memorial/:tribute/versions/:number': () => ({ path: '/ar/wren/a-year-of-you/versions/1' }),
  '/:memorial/feed.atom': () => ({ path: '/wren/feed.atom' }),
  '/:memorial/feed.json': () => ({ path: '/wren/feed.json' }),
  // Few memories have one page, and the first has no number; more are told of in memories.test.ts.
  '/:memorial/page/:page': () => ({ path: '/wren/page/1', status: 301 }),
  '/en/:memorial/page/:page': () => ({ path: '/en/wren/page/1', status: 301 }),
  '/ar/:memorial/page/:page': () => ({ path: '/ar/wren/page/1', status: 301 }),
  // The page's own language has no prefix.
  '/en/:memorial': () => ({ path: '/en/wren', status: 301 }),
  '/en/:memorial/:tribute': () => ({ path: '/en/wren/a-year-of-you', status: 301 }),
  '/ar/:memorial': () => ({ path: '/ar/wren' }),
  '/ar/:memorial/:tribute': () => ({ path: '/ar/wren/a-year-of-you' }),
  '/:memorial/story': () => ({ path: '/wren/story' }),
  '/en/:memorial/story': () => ({ path: '/en/wren/story', status: 301 }),
  '/ar/:memorial/story': () => ({ path: '/ar/wren/story' }),
  '/pictures/:address/:file': () => ({ path: pictureAddress }),
  '/home': () => ({ path: '/home', as: place.mother }),
  '/home/you': () => ({ path: '/home/you', as: place.mother }),
  // Where nobody waits for digits, it leads to one’s own page.
  '/home/you/address': () => ({ path: '/home/you/address', as: place.mother, status: 303 }),
  '/home/you/passkeys/:id': () => ({ path: '/home/you/passkeys/a-passkey', as: place.mother }),
  '/home/family': () => ({ path: '/home/family', as: place.wrens.father }),
  '/home/memorials/:id': () => ({ path: place.home, as: place.wrens.father }),
  '/home/memorials/:id/start/:step': () => ({ path: `${place.home}/start/words`, as: place.wrens.father }),
  '/home/memorials/:id/child': () => ({ path: `${place.home}/child`, as: place.wrens.father }),
  '/home/memorials/:id/opening': () => ({ path: `${place.home}/opening`, as: place.wrens.father }),
  '/home/memorials/:id/leaving': () => ({ path: `${place.home}/leaving`, as: place.wrens.father }),
  '/home/memorials/:id/page/:page': () => ({
    path: `${place.home}/page/1`,
    as: place.wrens.father,
    status: 303,
  }),
  '/home/memorials/:id/story': () => ({ path: `${place.home}/story`, as: place.wrens.father }),
  '/home/memorials/:id/:tribute': () => ({ path: `${place.home}/a-year-of-you`, as: place.wrens.father }),
  '/home/tributes/:id': () => ({ path: letter, as: place.mother }),
  '/home/tributes/:id/preview': () => ({ path: `${letter}/preview`, as: place.mother }),
  '/home/tributes/:id/publication': () => ({ path: `${letter}/publication`, as: place.mother }),
  '/home/tributes/:id/versions': () => ({ path: `${letter}/versions`, as: place.wrens.father }),
  '/home/tributes/:id/versions/:number': () => ({ path: `${letter}/versions/1`, as: place.wrens.father }),
  '/home/tributes/:id/comparison': () => ({
    path: `${letter}/comparison?earlier=1&later=1`,
    as: place.wrens.father,
  }),
  '/home/tributes/:id/erasure': () => ({ path: `/home/tributes/${binned}/erasure`, as: place.mother }),
  '/home/tributes/:id/beside/:draft/erasure': () => ({
    path: `${letter}/beside/${binned}/erasure`,
    as: place.mother,
    status: 404,
  }),
  '/home/bin': () => ({ path: '/home/bin', as: place.mother }),
  '/home/memorials/:id/order': () => ({ path: `${place.home}/order`, as: place.mother }),
  '/home/tributes/:id/published': () => ({ path: `${letter}/published`, as: place.mother }),
  '/home/tributes/:id/withdrawn': () => ({ path: `${letter}/withdrawn`, as: place.mother, status: 303 }),
  '/home/tributes/:id/signature': () => ({ path: `${place.keepersLetter}/signature`, as: place.mother }),
  '/home/tributes/:id/approval': () => ({ path: `${place.keepersLetter}/approval`, as: place.mother }),
  '/home/tributes/:id/asked/:photograph/:file': () => ({
    path: `${place.keepersLetter}/asked/${place.keepersPhotographId}/480.jpeg`,
    as: place.mother,
  }),
  '/home/photographs/:id/:file': () => ({
    path: `/home/photographs/${place.photographId}/480.jpeg`,
    as: place.wrens.father,
  }),
  '/with': () => ({ path: '/with', as: place.mother, status: 303 }),
  '/with/:memorial': () => ({ path: '/with/wren', as: place.wrens.father }),
  '/with/:memorial/page/:page': () => ({ path: '/with/wren/page/1', as: place.wrens.father, status: 303 }),
  '/with/:memorial/story': () => ({ path: '/with/wren/story', as: place.wrens.father }),
  '/with/:memorial/:tribute': () => ({ path: '/with/wren/a-year-of-you', as: place.wrens.father }),
};

let pictureAddress = '';
beforeAll(async () => {
  const { address } = await place.site.database.reader
    .selectFrom('picture_use')
    .select('address')
    .executeTakeFirstOrThrow();
  pictureAddress = `/pictures/${address}/480.jpeg`;
});

test('every page of the site is visited here; what takes something stands in forms.test.ts', () => {
  const pages = new Set(
    place.site.app.routes.filter(({ method }) => method === 'GET').map(({ path }) => path),
  );
  expect(Object.keys(visits).toSorted((a, b) => (a < b ? -1 : 1))).toEqual(
    [...pages].toSorted((a, b) => (a < b ? -1 : 1)),
  );
});

test.each(Object.keys(visits))('%s', async (pattern) => {
  const { path, as, status = 200 } = visits[pattern]!();
  const answer = await place.site.request(path, { as });
  expect([path, answer.status]).toEqual([path, status]);
  if (status !== 200 || !answer.headers.get('content-type')?.startsWith('text/html')) return;
  expect(answer.text).toMatch(/^<!doctype html><html lang="[a-z-]+" dir="(?:ltr|rtl)"/);
  expect(answer.text.match(/<h1[\s>]/g)).toHaveLength(1);
  expect(answer.text).toMatch(/<title>[^<]+<\/title>/);
  expect(answer.text).not.toMatch(/undefined|\[object|NaN|&amp;amp;/);
  const ids = [...answer.text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  for (const [, to = ''] of answer.text.matchAll(/(?:href|action|src)="(\/[^"]*)"/g))
    expect(to).not.toMatch(/^\/\/|\s/);
});

test('every link of a page leads to another page', async () => {
  const { site } = place;
  const seen = new Map<string, string>();
  for (const visit of Object.values(visits)) {
    const { path, as } = visit();
    const { text, headers } = await site.request(path, { as });
    if (!headers.get('content-type')?.startsWith('text/html')) continue;
    for (const [, to = ''] of text.matchAll(/<a [^>]*href="(\/[^"#]*)/g)) {
      const key = `${as?.id ?? ''} ${to}`;
      if (seen.has(key)) continue;
      seen.set(key, path);
      const answer = await site.request(to.replaceAll('&amp;', '&'), { as });
      expect([path, to, [200, 301, 303].includes(answer.status)]).toEqual([path, to, true]);
    }
  }
  expect(seen.size).toBeGreaterThan(30);
});
